import { actionIcon, silentStateIcon } from './icons.js';

const FATES = { delivered: 'Delivered', read: 'Read', failed: 'Not delivered' };
const USUAL = ['delivered', 'failed'];
const MARGIN_PX = 6;

const menu = document.getElementById('fate');
let decide = () => undefined;
let opened = null;

const choices = Object.entries(FATES).map(([state, label]) => {
	const choice = document.createElement('button');
	choice.append(silentStateIcon(state), label);
	choice.addEventListener('click', () => {
		menu.hidePopover();
		decide(opened.id, state);
	});
	return { state, choice };
});
menu.append(...choices.map(({ choice }) => choice));

function place({ button, bubble }) {
	for (const { state, choice } of choices) {
		choice.hidden = !opened.fates.includes(state);
		choice.disabled = bubble.dataset.state === state;
	}
	const at = button.getBoundingClientRect();
	const { offsetWidth: width, offsetHeight: height } = menu;
	const isRoomBelow = at.bottom + MARGIN_PX + height < innerHeight;
	menu.style.top = `${isRoomBelow ? at.bottom + MARGIN_PX : at.top - MARGIN_PX - height}px`;
	menu.style.left = `${Math.max(MARGIN_PX, at.right - width)}px`;
	choices.find(({ choice }) => !choice.disabled && !choice.hidden)?.choice.focus();
}

menu.addEventListener('toggle', ({ newState }) => newState === 'open' && place(opened));
// The menu belongs to a bubble: when that moves, it would hang in the air.
document.getElementById('messages').addEventListener('scroll', () => menu.hidePopover());

/** `run(messageId, state)` is called when the person at the page has chosen. */
export const onDecision = (run) => (decide = run);

/** Opens the menu that says what becomes of a message. */
export function fateButton({ id, fates = USUAL }, bubble) {
	const button = document.createElement('button');
	button.className = 'choose';
	button.title = 'What becomes of this message';
	button.setAttribute('aria-label', button.title);
	button.append(actionIcon('more'));
	// The browser closes and opens it, with the keyboard too, and gives the focus back.
	button.popoverTargetElement = menu;
	button.addEventListener('click', () => (opened = { id, fates, button, bubble }));
	return button;
}
