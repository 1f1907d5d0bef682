import { actionIcon } from './icons.js';

const form = document.getElementById('reply');
const box = document.getElementById('reply-text');
const button = document.getElementById('reply-send');
const writer = document.getElementById('reply-as');
const picture = document.getElementById('reply-picture');
/** What was begun in other conversations. */
const drafts = new Map();
let shown = null;

button.append(actionIcon('send'));
picture.append(actionIcon('image'));

function fit() {
	button.disabled = box.value.trim() === '';
	box.style.height = 'auto';
	box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

function name({ name: customer }) {
	const who = writer.value === 'colleague' ? `a colleague, to ${customer}` : customer;
	box.placeholder = `Write as ${who}`;
	box.setAttribute('aria-label', writer.value === 'colleague' ? box.placeholder : `Write as ${who}, the customer`);
}

/** Lets the person at the page write as the customer of a conversation, or as a colleague; none hides the box. */
export function showReply(key, conversation) {
	form.hidden = conversation === undefined;
	picture.hidden = conversation?.takesPictures !== true;
	if (conversation === undefined || key === shown) return;
	writer.hidden = conversation.hasColleagues !== true;
	writer.value = 'customer';
	writer.onchange = () => name(conversation);
	if (shown !== null) drafts.set(shown, box.value);
	shown = key;
	box.value = drafts.get(key) ?? '';
	name(conversation);
	fit();
}

/** `send()` is called when the person at the page sends a picture. */
export const onPicture = (send) => picture.addEventListener('click', send);

/** `send(text, as)` resolves to whether the text was taken; one that was not stays in the box. */
export function onReply(send) {
	box.addEventListener('input', fit);
	box.addEventListener('keydown', (event) => {
		// An input method ends a word with Enter, too.
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		form.requestSubmit();
	});
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const text = box.value.trim();
		if (text === '') return;
		const key = shown;
		box.value = '';
		fit();
		const isTaken = await send(text, writer.value).catch(() => false);
		if (isTaken || shown !== key || box.value !== '') return;
		box.value = text;
		fit();
	});
}
