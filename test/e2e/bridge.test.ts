import { isDeepStrictEqual } from 'node:util';

import { publish } from '../../demo/publish';
import type { Workflow } from '../../demo/seed';
import type { WebhookCall } from '../sandboxClient/sandboxTypes';
import { eventually, pause } from './harness/eventually';
import { seedExamples } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';
import { chatsOf, conversationsByPhone, type Talks, talksAtPartoo, talksAtWhatsApp } from './harness/talks';

const BRIDGE = 'whatsappPartooBridge';
const MESSAGES = 50;
const CUSTOMERS = 10;
/** One call in so many is repeated. */
const REPEAT_EVERY = 5;
/** What comes of a repetition would be there by then. */
const SETTLE_MS = 5_000;
/** Between what customers write: what is written at one time is told in one call. */
const WRITE_EVERY_MS = 25;

/** Of colleagues, to one customer. */
const LATE_ANSWERS = 5;

const PHONES = Array.from({ length: CUSTOMERS }, (_, index) => String(4_915_100_000_000 + index));
const NUMBERS = Array.from({ length: MESSAGES }, (_, index) => index);

const phoneOf = (number: number): string => PHONES[number % CUSTOMERS]!;
const question = (number: number): string => `Question no. ${number}: is “the blue one” still there?`;
const answer = (number: number): string => `Answer no. ${number}: yes, it is – shall we keep it?`;

/** What both sides are to have when everything arrived once, in alphabetical order. */
function wanted(...has: Array<'questions' | 'answers'>): Talks {
	const talks = PHONES.map((phone) => {
		const own = NUMBERS.filter((number) => phoneOf(number) === phone);
		const texts = (what: 'questions' | 'answers', text: (number: number) => string) =>
			has.includes(what) ? own.map(text).sort() : [];
		return [phone, { customer: texts('questions', question), business: texts('answers', answer) }] as const;
	});
	return Object.fromEntries(talks);
}

describe('the bridge between WhatsApp and Partoo, while both sides repeat one call in five', () => {
	let stage: Stage;
	let examples: Workflow[];
	let present: Set<string>;

	beforeAll(async () => {
		stage = await enterStage();
		const { n8n, sandbox } = stage;
		await sandbox.settings({ webhookRepeatEvery: REPEAT_EVERY, webhookGatherMs: 0 } as object, 'dialog360');
		await sandbox.settings({ webhookRepeatEvery: REPEAT_EVERY });
		present = new Set((await chatsOf(stage)).map(({ id }) => id));
		examples = await seedExamples(stage);
		await publish(n8n, BRIDGE);
	});
	afterAll(async () => {
		for (const { id } of examples) await stage.workflows.delete(id);
	});

	const newChats = async () => (await chatsOf(stage)).filter(({ id }) => !present.has(id));
	const bothSides = async () => ({
		partoo: await talksAtPartoo(stage, await conversationsByPhone(stage)),
		whatsApp: talksAtWhatsApp(await newChats()),
	});
	const calls = async (provider: string) =>
		(await stage.sandbox.control<{ deliveries: WebhookCall[] }>('GET', `${provider}/deliveries`)).deliveries;
	const hasEnded = async () => {
		const runs = await eventually(
			async () => await stage.workflows.runs(BRIDGE),
			(seen) => seen.every(({ status }) => status === 'success' || status === 'error'),
		);
		expect(runs.filter(({ status }) => status !== 'success')).toEqual([]);
		return runs;
	};

	/** Waits for it, and then for what must not come. */
	async function expectOnBothSides(talks: Talks): Promise<void> {
		const expected = { partoo: talks, whatsApp: talks };
		await eventually(bothSides, (seen) => isDeepStrictEqual(seen, expected)).catch(() => undefined);
		await pause(SETTLE_MS);
		expect(await bothSides()).toEqual(expected);
		await hasEnded();
	}

	/** Of the calls with these messages one in five was made twice, and all were answered with 200. */
	async function expectRepeated(provider: string, text: string): Promise<void> {
		const attempts = (await calls(provider)).filter(({ body }) => body.includes(text)).map((made) => made.attempts);
		expect(attempts.length).toBeGreaterThan(0.8 * MESSAGES);
		expect(attempts.filter(({ length }) => length === 2).length).toBe(Math.floor(attempts.length / REPEAT_EVERY));
		expect(attempts.flat().filter(({ status }) => status !== 200)).toEqual([]);
	}

	it(`brings each of ${MESSAGES} messages of customers to Partoo once`, async () => {
		for (const number of NUMBERS) {
			const from = phoneOf(number);
			await stage.sandbox.control('POST', 'dialog360/messages', {
				from,
				name: `Customer ${from}`,
				text: question(number),
			});
			await pause(WRITE_EVERY_MS);
		}
		await expectOnBothSides(wanted('questions'));
		await expectRepeated('dialog360', 'Question no.');
	});

	it(`brings each of ${MESSAGES} answers of colleagues to WhatsApp once, and tells what became of it`, async () => {
		const conversations = await conversationsByPhone(stage);
		const ids: string[] = [];
		for (const number of NUMBERS) {
			const conversationId = conversations.get(phoneOf(number))!;
			const { id } = await stage.sandbox.addMessage({ conversationId, text: answer(number), senderType: 'User' });
			ids.push(String(id));
		}
		await expectOnBothSides(wanted('questions', 'answers'));
		await expectRepeated('partoo', 'Answer no.');

		const tracked = (await newChats()).flatMap(({ messages }) =>
			messages.filter(({ from }) => from === 'business').map(({ tracking }) => tracking),
		);
		expect(tracked.sort()).toEqual(ids.map((id) => `partoo:${id}`).sort());
		const told = await stage.workflows.outputs(await hasEnded(), 'Tell a Colleague');
		expect(told.map(({ partooMessageId }) => String(partooMessageId)).sort()).toEqual([...ids].sort());
		// What was read has arrived, should that call be the first to come.
		expect(told.filter(({ status }) => status !== 'delivered' && status !== 'read')).toEqual([]);
	});

	// One after the other: n8n's Remove Duplicates forgets some of what runs note at the same moment.
	it('sends nothing again when both sides repeat calls to an n8n that was restarted meanwhile', async () => {
		const phone = PHONES[0]!;
		const conversationId = (await conversationsByPhone(stage)).get(phone)!;
		const talks = wanted('questions', 'answers');
		for (let number = 1; number <= LATE_ANSWERS; number++) {
			const text = `Late answer no. ${number}`;
			await stage.sandbox.addMessage({ conversationId, text, senderType: 'User' });
			await eventually(newChats, (chats) => talksAtWhatsApp(chats)[phone]!.business.includes(text));
			talks[phone]!.business.push(text);
		}
		await expectOnBothSides(talks);

		await stage.stopN8n();
		await stage.startN8n();
		const before = (await hasEnded()).length;
		const questions = (await calls('dialog360')).filter(({ body }) => body.includes('Question no.'));
		const answers = (await calls('partoo')).filter(({ body }) => body.includes('Late answer no.'));
		for (const { body: raw } of questions) await stage.sandbox.control('POST', 'dialog360/events', { raw, wait: true });
		for (const { body: raw, eventType: type } of answers)
			await stage.sandbox.control('POST', 'partoo/events', { raw, type, wait: true });
		await expectOnBothSides(talks);
		// The triggers have forgotten them: it is the bridge and Partoo that know them.
		expect(await hasEnded()).toHaveLength(before + questions.length + answers.length);
	});
});
