import { onAction, showActions } from './actions.js';
import { onChoice } from './choices.js';
import { onDecision } from './fate.js';
import { avatar, badge, fill, providerName, row } from './list.js';
import { onPicture, onReply, showReply } from './reply.js';
import { clearTalk, scrollToEnd, showMessages, showNote } from './talk.js';

const byId = (id) => document.getElementById(id);
const conversations = new Map();
const keyOf = ({ provider, id }) => `${provider}/${id}`;

let chosen = null;
/** Messages of the open conversation that came since the last frame, by id. */
const arrived = new Map();
let waitingForPaint = false;
/** News that arrive while a snapshot is on its way may be newer than the snapshot: they are shown once more after it. */
let loading = 0;
let meanwhile = [];

function paintList() {
	const sorted = [...conversations.values()].sort((a, b) => b.changedAt.localeCompare(a.changedAt));
	const rows = sorted.map((conversation) => row(conversation, keyOf(conversation), keyOf(conversation) === chosen));
	byId('conversations').replaceChildren(...rows);
}

function paintHead() {
	const conversation = conversations.get(chosen);
	byId('head').hidden = conversation === undefined;
	document.body.classList.toggle('open', conversation !== undefined);
	// After the talk is shown: a box that is nowhere to be seen has no height to fit.
	showReply(chosen, conversation);
	showActions(conversation);
	if (conversation === undefined) return;
	fill(byId('head-avatar'), avatar(conversation));
	fill(byId('head-badge'), badge(conversation));
	byId('head-execution').hidden = conversation.execution === null;
	byId('head-execution').href = conversation.execution ?? '';
	byId('head-name').textContent = conversation.name;
	byId('head-subtitle').textContent = [providerName(conversation), conversation.subtitle].filter(Boolean).join(' · ');
	byId('blocked').hidden = conversation.blocked === null;
	byId('blocked').textContent =
		conversation.blocked === null ? '' : `${conversation.blocked}. The business can send nothing here.`;
	document.title = `${conversation.name} · Sandbox inbox`;
}

/** A thousand messages in a second are one repaint per frame. */
function repaint() {
	if (waitingForPaint) return;
	waitingForPaint = true;
	requestAnimationFrame(() => {
		waitingForPaint = false;
		showMessages([...arrived.values()], true);
		arrived.clear();
		paintList();
		paintHead();
	});
}

async function whileLoading(work) {
	loading += 1;
	await work().finally(() => (loading -= 1));
	if (loading === 0) for (const news of meanwhile.splice(0)) take(news);
}

function take(news) {
	const { conversation, message } = news;
	if (loading > 0) meanwhile.push(news);
	conversations.set(keyOf(conversation), conversation);
	if (message !== null && keyOf(conversation) === chosen) arrived.set(message.id, message);
	repaint();
}

async function open(key) {
	chosen = key;
	const answer = await fetch(`/control/inbox/${key}`);
	if (chosen !== key) return;
	const { conversation, messages } = answer.ok ? await answer.json() : { conversation: null, messages: [] };
	if (conversation !== null) conversations.set(key, conversation);
	arrived.clear();
	clearTalk();
	// On a phone the talk has no height to scroll in before it is the page that is shown.
	paintHead();
	showMessages(messages, false);
	repaint();
}

function close() {
	chosen = null;
	repaint();
}

async function load() {
	const answer = await fetch('/control/inbox');
	const { conversations: all } = await answer.json();
	conversations.clear();
	for (const conversation of all) conversations.set(keyOf(conversation), conversation);
	const wanted = location.hash.slice(1);
	if (conversations.has(wanted)) return await open(wanted);
	// A phone shows the list first; there is no room for both.
	const isWide = matchMedia('(min-width: 721px)').matches;
	if (isWide && all.length > 0) return await open(keyOf(all[0]));
	return close();
}

const post = async (path, body) =>
	await fetch(`/control/inbox/${path}`, { method: 'POST', body: JSON.stringify(body) });

onReply(async (text, as) => {
	scrollToEnd();
	return (await post(`${chosen}/messages`, { text, as })).ok;
});
const aboutMessage = (id, what, body) => post(`${chosen.split('/')[0]}/messages/${id}/${what}`, body);
onAction(async ({ id, title }) => {
	const key = chosen;
	const answer = await post(`${key}/action`, { action: id });
	const said = answer.ok ? `Done: ${title}` : (await answer.json()).message;
	if (chosen === key) showNote(said);
});
onPicture(() => post(`${chosen}/picture`, {}));
onDecision((id, state) => aboutMessage(id, 'state', { state }));
onChoice((id, choice) => aboutMessage(id, 'choice', { choice }));

addEventListener('hashchange', () => {
	const key = location.hash.slice(1);
	if (key === '') close();
	else whileLoading(() => open(key));
});

const stream = new EventSource('/control/events');
stream.addEventListener('open', () => {
	byId('live').textContent = 'Live';
	byId('live').classList.add('on');
	whileLoading(load);
});
stream.addEventListener('error', () => {
	byId('live').textContent = 'Reconnecting';
	byId('live').classList.remove('on');
});
stream.addEventListener('reset', () => {
	meanwhile = [];
	whileLoading(load);
});
stream.addEventListener('change', ({ data }) => take(JSON.parse(data)));
