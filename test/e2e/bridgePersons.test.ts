import { publish } from '../../demo/publish';
import type { Workflow } from '../../demo/seed';
import { eventually, pause } from './harness/eventually';
import { seedExamples } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';
import { chatsOf, conversationsByPhone, talksAtPartoo, talksAtWhatsApp } from './harness/talks';

const BRIDGE = 'whatsappPartooBridge';
/** What must not come would be there by then. */
const SETTLE_MS = 3_000;

/** Nobody else's: the data table of the bridge outlives a test, as it does a restart of n8n. */
const first = 4_930_000_000_000 + Math.floor(Date.now() / 1000) * 10;
const phone = (index: number): string => String(first + index);

describe('the bridge between WhatsApp and Partoo keeps a person in one conversation', () => {
	let stage: Stage;
	let examples: Workflow[];
	let said = 0;

	beforeAll(async () => {
		stage = await enterStage();
		const { n8n } = stage;
		examples = await seedExamples(stage);
		await publish(n8n, BRIDGE);
	});
	afterAll(async () => {
		for (const { id } of examples) await stage.workflows.delete(id);
	});

	const chatOf = async (id: string) => (await chatsOf(stage)).find((chat) => chat.id === id)!;
	const act = async (id: string, action: string) =>
		await stage.sandbox.control('POST', `inbox/dialog360/${id}/action`, { action });

	/** The customer writes; answers the text once it is in Partoo, and the conversation there. */
	async function ask(chat: string): Promise<{ text: string; conversation: string; id: number }> {
		const text = `Question ${++said} of ${chat}`;
		await stage.sandbox.control('POST', 'dialog360/messages', { from: chat, name: 'Ada Lovelace', text });
		const find = async () => {
			const conversations = await conversationsByPhone(stage);
			const talks = await talksAtPartoo(stage, conversations);
			const conversation = Object.keys(talks).find((key) => talks[key]!.customer.includes(text));
			return conversation === undefined ? undefined : { text, conversation, id: conversations.get(conversation)! };
		};
		return (await eventually(find, (found) => found !== undefined))!;
	}

	/** A colleague answers; waits until the customer's chat has it. */
	async function answer(conversationId: number, chat: string): Promise<void> {
		const text = `Answer ${++said} to ${chat}`;
		await stage.sandbox.addMessage({ conversationId, text, senderType: 'User' });
		await eventually(
			async () => talksAtWhatsApp([await chatOf(chat)])[chat]!.business,
			(texts) => texts.includes(text),
		);
	}

	async function expectNoFailure(): Promise<void> {
		await pause(SETTLE_MS);
		const runs = await stage.workflows.runs(BRIDGE);
		expect(runs.filter(({ status }) => status !== 'success')).toEqual([]);
	}

	it('who was known by the number only, hides it, and shows it again', async () => {
		const chat = phone(0);
		const before = await ask(chat);
		expect(before.conversation).toBe(chat);
		await act(chat, 'hide-number');
		// WhatsApp tells the hidden-number ID with every message before anybody can hide the number.
		await act(chat, 'show-number');
		expect(await ask(chat)).toMatchObject({ id: before.id });
		await act(chat, 'hide-number');
		const hidden = await ask(chat);
		expect(hidden.id).toBe(before.id);
		await answer(hidden.id, chat);
		await act(chat, 'show-number');
		expect(await ask(chat)).toMatchObject({ id: before.id });
		await answer(before.id, chat);
		await expectNoFailure();
	});

	it('who hides the number from the start, and shows it later', async () => {
		const chat = `DE.${phone(1)}`;
		const before = await ask(chat);
		expect(before.conversation).toBe(chat);
		await answer(before.id, chat);
		await stage.sandbox.control('POST', 'dialog360/person', { from: chat, number: phone(1), isHidden: false });
		expect(await ask(chat)).toMatchObject({ id: before.id });
		await answer(before.id, chat);
	});

	it('who changes the phone number, and then gets another hidden-number ID', async () => {
		const chat = phone(2);
		await stage.sandbox.control('POST', 'dialog360/person', { from: chat, userId: `DE.${chat}0001` });
		const before = await ask(chat);
		await act(chat, 'new-number');
		await pause(SETTLE_MS);
		await answer(before.id, chat);
		expect(await ask(chat)).toMatchObject({ id: before.id });
		await act(chat, 'new-user-id');
		await pause(SETTLE_MS);
		await act(chat, 'hide-number');
		expect(await ask(chat)).toMatchObject({ id: before.id });
		await answer(before.id, chat);
		await expectNoFailure();
	});

	it('but not who got the number of somebody else', async () => {
		const chat = phone(3);
		await stage.sandbox.control('POST', 'dialog360/person', { from: chat, userId: `DE.${chat}0001` });
		const before = await ask(chat);
		await stage.sandbox.control('POST', 'dialog360/person', { from: chat, userId: `DE.${chat}9999` });
		const other = await ask(chat);
		expect(other.id).not.toBe(before.id);
		expect(other.conversation).toBe(`DE.${chat}9999`);
		await answer(other.id, chat);
	});
});
