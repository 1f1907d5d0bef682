import { element } from './list.js';

let choose = () => undefined;

/** `run(messageId, choiceId)` is called when the person at the page has tapped. */
export const onChoice = (run) => (choose = run);

/** The buttons or rows of a message, to be tapped as the customer. */
export function choices({ id, choices: offered }) {
	const made = element('div', 'choices');
	for (const { id: choice, title, description } of offered) {
		const button = element('button', 'tap', title);
		if (description) button.append(element('small', '', description));
		button.addEventListener('click', () => choose(id, choice));
		made.append(button);
	}
	return made;
}

/** The buttons that open a page; nothing but http may be followed. */
export function links(offered) {
	const made = element('div', 'choices');
	for (const { title, url } of offered) {
		const link = element('a', 'tap', `${title} ↗`);
		if (/^https?:\/\//i.test(url)) link.href = url;
		link.target = '_blank';
		link.rel = 'noreferrer';
		made.append(link);
	}
	return made;
}
