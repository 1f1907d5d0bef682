import { stateIcon } from './icons.js';

const DAY_MS = 86_400_000;
const PROVIDERS = { partoo: 'Partoo', dialog360: '360dialog', callbell: 'Callbell' };
/** Each provider has its own spelling. */
const CHANNELS = {
	facebook: { name: 'Facebook', tone: 220 },
	instagram: { name: 'Instagram', tone: 325 },
	whatsapp: { name: 'WhatsApp', tone: 145 },
	telegram: { name: 'Telegram', tone: 200 },
	sms: { name: 'SMS', tone: 265 },
	custom: { name: 'Custom', tone: 30 },
	google: { name: 'Google', tone: 195 },
};

export function element(tag, className, text) {
	const made = document.createElement(tag);
	if (className) made.className = className;
	if (text !== undefined) made.textContent = text;
	return made;
}

const toned = (made, tone) => {
	made.style.setProperty('--tone', tone);
	return made;
};

/** Makes a fixed place of the page look like a freshly made element. */
export function fill(place, made) {
	place.textContent = made.textContent;
	place.style.cssText = made.style.cssText;
}

export function avatar({ name }) {
	const words = name.split(/\s+/).filter(Boolean);
	const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('');
	const tone = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
	return toned(element('span', 'avatar', initials.toUpperCase()), tone);
}

export function badge({ channel }) {
	const { name, tone } = CHANNELS[channel.toLowerCase()] ?? { name: channel, tone: 215 };
	return toned(element('span', 'badge', name), tone);
}

/** Through whom the business reaches the customer. */
export const providerName = ({ provider }) => PROVIDERS[provider] ?? provider;

export const clock = (iso) => new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

function when(iso) {
	const date = new Date(iso);
	if (date.toDateString() === new Date().toDateString()) return clock(iso);
	const recent = Date.now() - date.getTime() < 6 * DAY_MS;
	return date.toLocaleDateString('en-GB', recent ? { weekday: 'short' } : { day: 'numeric', month: 'short' });
}

/** One line of the list: a link, so that keyboard, history and a new tab work by themselves. */
export function row(conversation, key, isChosen) {
	const { lastMessage, name, unread } = conversation;
	const made = element('a', `row${isChosen ? ' chosen' : ''}${unread ? ' unread' : ''}`);
	made.href = `#${key}`;
	if (isChosen) made.setAttribute('aria-current', 'true');

	const top = element('span', 'top');
	top.append(element('span', 'name', name), badge(conversation), element('time', '', when(conversation.changedAt)));
	const bottom = element('span', 'bottom');
	const icon = lastMessage?.state ? stateIcon(lastMessage.state) : null;
	if (icon !== null) bottom.append(icon);
	bottom.append(
		element('span', 'preview', lastMessage?.text ?? 'No messages yet'),
		element('span', 'provider', providerName(conversation)),
	);
	if (unread) {
		const dot = element('span', 'dot');
		dot.title = 'Unread';
		bottom.append(dot);
	}
	const text = element('span', 'text');
	text.append(top, bottom);
	made.append(avatar(conversation), text);
	return made;
}
