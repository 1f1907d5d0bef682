import { bubble, dayLine, paintState } from './bubble.js';
import { element } from './list.js';

const MAX_BUBBLES = 300;
/** A reader this close to the end wants to stay at the end. */
const NEAR_END_PX = 80;

const pane = document.getElementById('messages');
/** Bubbles that became too many are forgotten on the page but not here: news about them must not bring them back. */
const shown = new Map();
let lastDay = null;

/** Also where who writes wants to be. */
export const scrollToEnd = () => (pane.scrollTop = pane.scrollHeight);

/** Empties the talk for another conversation. */
export function clearTalk() {
	shown.clear();
	lastDay = null;
	pane.replaceChildren();
}

/** A line about what the person at the page did, where no message tells of it. */
export function showNote(text) {
	pane.append(element('div', 'note', text));
	scrollToEnd();
}

/** Shows messages that are new and repaints those that are there, with one look at the layout for all of them. */
export function showMessages(messages, areNew) {
	const isNearEnd = pane.scrollHeight - pane.scrollTop - pane.clientHeight < NEAR_END_PX;
	const fresh = messages.filter(({ id }) => !shown.has(id));
	for (const message of messages) if (shown.has(message.id)) paintState(shown.get(message.id), message);

	const stay = isNearEnd || fresh.some(({ from }) => from === 'business');
	const parts = [];
	for (const message of fresh.slice(-MAX_BUBBLES)) {
		const day = new Date(message.at).toDateString();
		if (day !== lastDay) parts.push(dayLine(message.at));
		lastDay = day;
		const made = bubble(message, areNew, () => stay && scrollToEnd());
		shown.set(message.id, made);
		parts.push(made);
	}
	pane.append(...parts);
	while (pane.childElementCount > MAX_BUBBLES) pane.firstElementChild.remove();
	if (stay && fresh.length > 0) scrollToEnd();
}
