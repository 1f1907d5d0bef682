import { element } from './list.js';

let choose = () => undefined;

/** `run(messageId, choiceId)` is called when the person at the page has tapped. */
export const onChoice = (run) => (choose = run);

/** The buttons or rows of a message, to be tapped as the consumer. */
export function choices({ id, choices: offered }) {
	const made = element('div', 'choices');
	for (const { id: choice, title, description } of offered) {
		const button = element('button', 'tap', title);
		if (description) button.title = description;
		button.addEventListener('click', () => choose(id, choice));
		made.append(button);
	}
	return made;
}
