const NAMESPACE = 'http://www.w3.org/2000/svg';

const PATHS = {
	sending: ['M8 2.2a5.8 5.8 0 1 0 0 11.6 5.8 5.8 0 0 0 0-11.6', 'M8 4.8V8l2.2 1.4'],
	delivered: ['M1.5 8.6l3 3 6-7', 'M7.2 11.2l.6.6 6.2-7.2'],
	sent: ['M3.5 8.6l3 3 6-7'],
	read: ['M1.5 8.6l3 3 6-7', 'M7.2 11.2l.6.6 6.2-7.2'],
	failed: ['M8 2.2a5.8 5.8 0 1 0 0 11.6 5.8 5.8 0 0 0 0-11.6', 'M8 5v3.6', 'M8 11v.1'],
	send: ['M8 13.2V3.2', 'M3.6 7.4L8 3l4.4 4.4'],
	more: ['M3 8v.1', 'M8 8v.1', 'M13 8v.1'],
	document: ['M4 1.8h5l3.2 3.2v9.2H4z', 'M9 1.8V5h3.2', 'M6 8.4h4M6 11h4'],
	video: ['M1.8 4h8.4v8H1.8z', 'M10.2 7l4-2.2v6.4l-4-2.2'],
	audio: ['M3 6.2v3.6M6 3.8v8.4M9 5.4v5.2M12 6.6v2.8'],
	image: ['M2 3h12v10H2z', 'M2 11l3.4-3.4 3 3 2-2L14 12', 'M10.4 6v.1'],
};

const LABELS = { sending: 'Sending', sent: 'Sent', delivered: 'Delivered', read: 'Read', failed: 'Not delivered' };

function icon(name, label) {
	const made = document.createElementNS(NAMESPACE, 'svg');
	made.setAttribute('viewBox', '0 0 16 16');
	made.setAttribute('class', name);
	if (label === undefined) made.setAttribute('aria-hidden', 'true');
	else {
		made.setAttribute('role', 'img');
		made.setAttribute('aria-label', label);
	}
	for (const line of PATHS[name] ?? PATHS.document) {
		const path = document.createElementNS(NAMESPACE, 'path');
		path.setAttribute('d', line);
		made.append(path);
	}
	return made;
}

export const actionIcon = (name) => icon(name);

/** Clock, ticks or red mark. */
export const stateIcon = (state) => icon(state, LABELS[state]);

/** The same beside its word. */
export const silentStateIcon = (state) => icon(state);

export const kindIcon = (kind) => icon(kind);
