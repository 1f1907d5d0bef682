import { actionIcon } from './icons.js';
import { element } from './list.js';

const MARGIN_PX = 6;

const button = document.getElementById('head-actions');
const menu = document.getElementById('actions');
let act = () => undefined;

button.append(actionIcon('more'));
// The browser closes and opens it, with the keyboard too, and gives the focus back.
button.popoverTargetElement = menu;
menu.addEventListener('toggle', ({ newState }) => newState === 'open' && place());

function place() {
	const at = button.getBoundingClientRect();
	menu.style.top = `${at.bottom + MARGIN_PX}px`;
	menu.style.left = `${Math.max(MARGIN_PX, at.right - menu.offsetWidth)}px`;
	menu.querySelector('button')?.focus();
}

/** `run(action)` is called when the person at the page has chosen. */
export const onAction = (run) => (act = run);

/** Offers what the customer of a conversation can do beside writing; nothing hides the button. */
export function showActions(conversation) {
	const actions = conversation?.actions ?? [];
	button.hidden = actions.length === 0;
	menu.replaceChildren(
		...actions.map(({ id, title }) => {
			const choice = element('button', '', title);
			choice.addEventListener('click', () => {
				menu.hidePopover();
				act({ id, title });
			});
			return choice;
		}),
	);
}
