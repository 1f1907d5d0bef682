import { choices, links } from './choices.js';
import { fateButton } from './fate.js';
import { kindIcon, stateIcon } from './icons.js';
import { clock, element } from './list.js';

const WORDS = { sending: 'Sending', sent: 'Sent', delivered: 'Delivered', read: 'Read', failed: 'Not delivered' };

export function dayLine(iso) {
	const date = new Date(iso);
	const isToday = date.toDateString() === new Date().toDateString();
	return element(
		'div',
		'day',
		isToday ? 'Today' : date.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }),
	);
}

/** Links come from whoever sent the message: nothing but http may be followed. */
const isWebAddress = (url) => /^https?:\/\//i.test(url ?? '');

function chip({ url, text, kind }) {
	const made = element('a', 'chip');
	if (isWebAddress(url)) made.href = url;
	made.target = '_blank';
	made.rel = 'noreferrer';
	made.append(kindIcon(kind), element('span', '', text));
	return made;
}

function picture(message, afterLoad) {
	const frame = element('div', 'bubble picture');
	const image = element('img');
	image.alt = message.text;
	image.addEventListener('load', afterLoad);
	image.addEventListener('error', () => {
		frame.classList.remove('picture');
		frame.replaceChildren(chip(message));
		afterLoad();
	});
	image.src = message.url;
	frame.append(image);
	return frame;
}

/** Shows what became of a message that is on the page already. */
export function paintState(made, message) {
	made.classList.toggle('failed', message.state === 'failed');
	const state = made.querySelector('.state');
	if (state === null) return;
	made.dataset.state = message.state ?? '';
	state.replaceChildren(element('span', '', clock(message.at)));
	if (message.state === null) return;
	state.append(stateIcon(message.state));
	if (message.state === 'delivered') return;
	const failure = message.state === 'failed' ? message.failure : null;
	const word = element('span', message.state === 'failed' ? 'why' : '', WORDS[message.state]);
	if (failure) {
		word.append(` (${failure.code})`);
		word.title = failure.reason;
	}
	state.append(word);
}

/** A message as an element; `afterLoad` runs when a picture has found its size. */
export function bubble(message, isNew, afterLoad) {
	if (message.from === 'note') return element('div', 'note', message.text);
	const made = element('div', `message ${message.from}${isNew ? ' new' : ''}`);
	if (message.kind === 'image' && isWebAddress(message.url)) made.append(picture(message, afterLoad));
	else {
		const body = element('div', 'bubble', message.kind === 'text' ? message.text : undefined);
		if (message.kind !== 'text') body.append(chip(message));
		made.append(body);
	}
	if (message.choices?.length > 0) made.append(choices(message));
	if (message.links?.length > 0) made.append(links(message.links));
	const meta = element('div', 'meta');
	meta.append(element('span', 'state'));
	// Only what the business sends has a fate; the button stays while the state beside it is repainted.
	if (message.state !== null) meta.append(fateButton(message, made));
	made.append(meta);
	paintState(made, message);
	return made;
}
