import { publish, unpublish } from '../../demo/publish';
import { beginWorkflow, readExecution } from '../../demo/runWorkflow';
import { exampleOf, type Workflow } from '../../demo/seed';
import { rowsOf } from './harness/dataTable';
import { eventually } from './harness/eventually';
import { fieldsOfSet, seedExamples, withNode } from './harness/examples';
import { patiently } from './harness/patiently';
import { enterStage, type Stage } from './harness/stage';

/** More by hand: with all that is told of each message, n8n takes about a second for two of them. */
const RECIPIENTS = Number(process.env.RECIPIENTS ?? 120);
const FIRST = 491_520_000_000;
/** They stop marketing messages before the campaign begins. */
const STOPPED = [3, 45, 90].map((index) => String(FIRST + index));
/** They are not on WhatsApp: the sandbox lets the message fail with 131026. */
const fails = (index: number) => index % 20 === 10;
const PATIENCE_MS = 120_000 + RECIPIENTS * 1_500;
/** Rows that the example claims at a time: as many may be in doubt after an interruption. */
const BATCH = 50;

interface Row {
	id: number;
	campaign: string;
	phone: string;
	outcome: string;
	reason: string | null;
}

let stage: Stage;
let examples: Workflow[];
beforeAll(async () => {
	stage = await enterStage();
	examples = await seedExamples(stage);
	await stage.sandbox.reset();
	// Customers read it later: a third less to tell n8n meanwhile.
	await stage.sandbox.control('POST', 'settings', { dialog360: { readMs: PATIENCE_MS } });
});
afterAll(async () => {
	for (const { id } of examples) await patiently(async () => await stage.workflows.delete(id));
});

/** The example with a list of its own. */
async function withRecipients(): Promise<Workflow> {
	const campaign = exampleOf(examples, 'dialog360Campaign');
	const lines = Array.from(
		{ length: RECIPIENTS },
		(_, index) => `Person ${index}${fails(index) ? ' #fail' : ''},+${FIRST + index}`,
	);
	const [country, national] = [String(FIRST).slice(0, 2), String(FIRST).slice(2)];
	for (const writing of [`00${FIRST}`, FIRST, `wa.me/${FIRST}`, `tel: +${FIRST}`, `+${country} (0)${national}`])
		lines.push(`Person 0 once more,${writing}`);
	return await withNode(stage, campaign, 'Contact List', fieldsOfSet({ csv: ['name,phone', ...lines].join('\n') }));
}

const sentSoFar = async () => (await stage.sandbox.stats('dialog360')).accepted;
const sends = async () => await stage.sandbox.requests({ provider: 'dialog360', method: 'POST', path: '/messages' });
const templates = async () => (await sends()).filter(({ body }) => body.type === 'template');
/** Other tests have campaigns in the same table. */
const outcomes = async () => {
	const rows = await patiently(async () => await rowsOf<Row>(stage.n8n, 'Campaign recipients'));
	return rows.filter(({ campaign }) => campaign === 'summer');
};

it(
	'reaches everybody once, and nobody who stopped it, through a crash and a stop',
	async () => {
		const { n8n, sandbox } = stage;
		const campaign = await withRecipients();
		await publish(n8n, campaign.id);
		for (const from of STOPPED) {
			await sandbox.control('POST', 'dialog360/messages', { from, text: 'Hello' });
			await sandbox.control('POST', `inbox/dialog360/${from}/action`, { action: 'stop-marketing' });
		}
		await eventually(
			async () => await rowsOf(n8n, 'WhatsApp opt-outs'),
			(rows) => rows.length === STOPPED.length,
		);

		await beginWorkflow(n8n, campaign);
		await eventually(sentSoFar, (sent) => sent > RECIPIENTS * 0.3, PATIENCE_MS);
		await stage.killN8n();
		await stage.startN8n();

		// Messages that wait for their answer: whenever Stop arrives, some are under way.
		const takingItsTime = async (latencyMs: number) =>
			await sandbox.control('POST', 'settings', { dialog360: { latencyMs } });
		await takingItsTime(10_000);
		const before = (await sends()).length;
		const second = await beginWorkflow(n8n, campaign);
		await eventually(sends, (seen) => seen.length > before, PATIENCE_MS);
		await patiently(async () => await n8n.request('POST', `/executions/${second}/stop`, {}));
		await eventually(
			async () => await patiently(async () => await readExecution(n8n, second)),
			({ hasEnded }) => hasEnded,
		);
		await takingItsTime(0);
		// What nobody waits for any more is taken all the same.
		const onTheirWay = async () => (await templates()).length - (await sentSoFar());
		await eventually(onTheirWay, (count) => count === 0, PATIENCE_MS);

		const third = await beginWorkflow(n8n, campaign);
		const { error } = await eventually(
			async () => await patiently(async () => await readExecution(n8n, third)),
			({ hasEnded }) => hasEnded,
			PATIENCE_MS,
		);
		expect(error).toBeUndefined();

		const sent = (await templates()).map(({ body }) => String(body.to));
		expect(sent).toHaveLength(new Set(sent).size);
		expect(sent.filter((to) => STOPPED.includes(to))).toEqual([]);
		const rows = await eventually(
			outcomes,
			(all) => all.every(({ phone, outcome }) => outcome !== 'sending' || !sent.includes(phone)),
			PATIENCE_MS,
		);
		expect(rows).toHaveLength(RECIPIENTS);
		const named = (word: string) => rows.filter(({ outcome }) => outcome === word).map(({ phone }) => phone);
		// What a run had claimed when it was interrupted and had not sent is named as in doubt.
		const doubtful = named('sending');
		const stopped = named('stopped');
		expect(stopped.filter((phone) => !STOPPED.includes(phone))).toEqual([]);
		expect(STOPPED.filter((phone) => !stopped.includes(phone) && !doubtful.includes(phone))).toEqual([]);
		expect(named('waiting')).toEqual([]);
		expect(named('not on WhatsApp').length).toBeGreaterThan(0);
		expect(named('failed')).toEqual([]);
		expect(rows.length - doubtful.length - stopped.length).toBe(sent.length);
		expect(
			(await patiently(async () => await readExecution(n8n, third))).output<{ phone: string }>('What to Look At')
				.length,
		).toBeLessThanOrEqual(2 * BATCH);
		expect(doubtful.length).toBeLessThanOrEqual(2 * BATCH);
		console.log(`${sent.length} sent, ${stopped.length} stopped, ${doubtful.length} in doubt`);
		await unpublish(n8n, campaign.id);
	},
	3 * PATIENCE_MS,
);
