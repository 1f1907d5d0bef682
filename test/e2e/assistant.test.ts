import { publish } from '../../demo/publish';
import { exampleOf, seedCredential, type Workflow } from '../../demo/seed';
import type { Message } from '../../sandbox/dialog360/types';
import { rowsOf } from './harness/dataTable';
import { eventually, pause } from './harness/eventually';
import { seedExamples } from './harness/examples';
import { questionTo, tap } from './harness/questions';
import { enterStage, type Stage } from './harness/stage';
import { startStandInModel } from './harness/standInModel';
import { sentTo } from './harness/talks';

const LENA = '4915112345678';
const OTHER = '491700000001';
/** The colleague of the example. */
const HUGO = '33612345678';
const SOUND = 'Is my order on its way?';
/** An answer that is not wanted would be there by then. */
const SETTLE_MS = 4_000;

let stage: Stage;
let examples: Workflow[];
beforeAll(async () => {
	stage = await enterStage();
	const model = await startStandInModel();
	const data = { apiKey: 'none', url: model.url };
	const openAiApi = await seedCredential(stage.n8n, { name: 'Stand-in', type: 'openAiApi', data });
	examples = await seedExamples(stage, { openAiApi });
	await publish(stage.n8n, exampleOf(examples, 'dialog360Assistant').id);
});
afterAll(async () => {
	for (const { id } of examples) await stage.workflows.delete(id);
});

/** What the business answers to what a customer does. */
async function answerTo(phone: string, act: () => Promise<unknown>): Promise<string> {
	const before = await sentTo(stage, phone);
	await act();
	const after = await eventually(
		async () => await sentTo(stage, phone),
		(sent) => sent.length > before.length,
	);
	expect(after).toHaveLength(before.length + 1);
	return String(after.at(-1)!.content.body);
}

const write = async (phone: string, content: object) =>
	await stage.sandbox.control<Message>('POST', 'dialog360/messages', { from: phone, ...content });

const writeTo = async (phone: string, text: string) => await answerTo(phone, async () => await write(phone, { text }));

const handovers = async () => await rowsOf(stage.n8n, 'WhatsApp handovers');

async function recorded(): Promise<string> {
	const body = new FormData();
	body.set('messaging_product', 'whatsapp');
	body.set('file', new Blob([SOUND], { type: 'audio/ogg' }), 'voice.ogg');
	const headers = { 'D360-API-KEY': 'dialog360-key' };
	const answer = await fetch(`${stage.addresses.sandbox}/dialog360/media`, { method: 'POST', headers, body });
	return ((await answer.json()) as { id: string }).id;
}

describe('the example with an AI assistant', () => {
	it('answers, shows that it types, and remembers each conversation by itself', async () => {
		expect(await writeTo(LENA, 'Do you have red ones?')).toBe('You said: Do you have red ones?');
		expect(await writeTo(LENA, 'And blue?')).toBe('You said: Do you have red ones? / And blue?');
		expect(await writeTo(OTHER, 'Hello')).toBe('You said: Hello');
		const asked = await stage.sandbox.requests({ provider: 'dialog360', method: 'POST', path: '/messages' });
		const typing = asked.filter(({ body }) => 'typing_indicator' in (body as object));
		expect(typing).toHaveLength(3);
	});

	it('sees a picture and hears a voice message', async () => {
		const picture = async () => await stage.sandbox.control('POST', `inbox/dialog360/${LENA}/picture`);
		expect(await answerTo(LENA, picture)).toMatch(/a picture of \d{3,} bytes/);
		const id = await recorded();
		const voice = { type: 'audio', content: { id, mime_type: 'audio/ogg', sha256: 'SfIn', voice: true } };
		expect(await answerTo(LENA, async () => await write(LENA, voice))).toMatch(`.ogg: ${SOUND}`);
	});

	it('asks for words where it cannot read', async () => {
		const place = { type: 'document', content: { id: '1', mime_type: 'application/pdf', sha256: 'SfIn' } };
		expect(await answerTo(OTHER, async () => await write(OTHER, place))).toMatch(/write it to me in words/);
	});

	it('hands over to a colleague, and is silent until the colleague is done', async () => {
		expect(await writeTo(LENA, 'I want a colleague')).toMatch(/^Done/);
		const question = await eventually(
			async () => await questionTo(stage, HUGO).catch(() => undefined),
			(seen) => seen?.choices.Done !== undefined,
		);
		const [asked] = (await sentTo(stage, HUGO)).slice(-1);
		expect(JSON.stringify(asked!.content)).toMatch(/asks for a colleague: 4711[^]*wa\.me\/4915112345678/);

		const before = (await sentTo(stage, LENA)).length;
		await write(LENA, { text: 'Are you there?' });
		expect(await writeTo(OTHER, 'Me too?')).toMatch(/Me too\?$/);
		await pause(SETTLE_MS);
		expect(await sentTo(stage, LENA)).toHaveLength(before);

		expect(await handovers()).toHaveLength(1);
		await tap(stage, question!, 'Done');
		await eventually(handovers, (rows) => rows.length === 0);
		expect(await writeTo(LENA, 'Thank you')).toMatch(/Thank you$/);
	});
});
