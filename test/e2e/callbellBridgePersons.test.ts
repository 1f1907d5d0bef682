import { publish, unpublish } from '../../demo/publish';
import type { Workflow } from '../../demo/seed';
import { MAIN_CHANNEL } from '../../sandbox/callbell/seed';
import type { Contact } from '../../sandbox/callbell/types';
import { addContact, write } from './harness/callbell';
import { eventually, pause } from './harness/eventually';
import { seedExamples } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';
import { conversationsAt, talksAtPartoo } from './harness/talks';

const BRIDGE = 'callbellPartooBridge';
/** What must not come would be there by then. */
const SETTLE_MS = 3_000;

describe('the bridge between Callbell and Partoo keeps a person in one conversation', () => {
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
		await unpublish(stage.n8n, BRIDGE);
		for (const { id } of examples) await stage.workflows.delete(id);
	});

	const act = async (contact: string, action: string) =>
		await stage.sandbox.control('POST', `inbox/callbell/${contact}/action`, { action });

	/** The customer writes; answers Partoo's conversation once the text is in it. */
	async function ask(contact: string): Promise<number> {
		const text = `Question ${++said} of ${contact}`;
		await write(stage, { contact, text });
		const find = async () => {
			const conversations = await conversationsAt(stage, MAIN_CHANNEL.uuid);
			const talks = await talksAtPartoo(stage, conversations);
			return talks[contact]?.customer.includes(text) ? conversations.get(contact) : undefined;
		};
		return (await eventually(find, (found) => found !== undefined))!;
	}

	const contacts = async () =>
		(await stage.sandbox.control<{ contacts: Contact[] }>('GET', 'callbell/contacts')).contacts;

	/** A colleague answers; waits until the customer has it. */
	async function answer(conversationId: number, contact: string): Promise<void> {
		const text = `Answer ${++said} to ${contact}`;
		await stage.sandbox.addMessage({ conversationId, text, senderType: 'User' });
		await eventually(
			async () => (await contacts()).find(({ uuid }) => uuid === contact)!.messages.map((message) => message.text),
			(texts) => texts.includes(text),
		);
	}

	async function expectNoFailure(): Promise<void> {
		await pause(SETTLE_MS);
		const runs = await stage.workflows.runs(BRIDGE);
		expect(runs.filter(({ status }) => status !== 'success')).toEqual([]);
	}

	it('who hides the number, and shows it again', async () => {
		const contact = await addContact(stage, { identifier: '4930111222333', name: 'Ada', source: 'whatsapp' });
		const conversation = await ask(contact);
		await act(contact, 'hide-number');
		expect(await ask(contact)).toBe(conversation);
		await answer(conversation, contact);
		await act(contact, 'show-number');
		expect(await ask(contact)).toBe(conversation);
		await answer(conversation, contact);
		await expectNoFailure();
	});

	it('who never showed a number', async () => {
		const bsuid = 'ES.4930111222334';
		const contact = await addContact(stage, { identifier: bsuid, name: 'Ben', source: 'whatsapp', bsuid });
		const before = (await contacts()).length;
		const conversation = await ask(contact);
		await answer(conversation, contact);
		await expectNoFailure();
		expect(await contacts()).toHaveLength(before);
	});
});
