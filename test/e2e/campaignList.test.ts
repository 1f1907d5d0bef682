import { beginWorkflow, readExecution, runWorkflow } from '../../demo/runWorkflow';
import { exampleOf, type Workflow } from '../../demo/seed';
import { rowsOf } from './harness/dataTable';
import { eventually } from './harness/eventually';
import { fieldsOfSet, seedExamples, withNode } from './harness/examples';
import { patiently } from './harness/patiently';
import { enterStage, type Stage } from './harness/stage';

const AT_ONCE = 120;
const ROUNDS = 3;

interface List {
	csv: string;
	/** What is written into *Campaign* besides the name. */
	columns?: { phoneColumn: string; nameColumn: string };
	encoding?: string;
}

let stage: Stage;
let examples: Workflow[];
let campaigns = 0;
beforeAll(async () => {
	stage = await enterStage();
	examples = await seedExamples(stage);
});
beforeEach(async () => await stage.sandbox.reset());
afterAll(async () => {
	for (const { id } of examples) await patiently(async () => await stage.workflows.delete(id));
});

/** The example with a list of its own, as a campaign that is new. */
async function campaignOf({ csv, columns, encoding = 'utf8' }: List): Promise<Workflow> {
	const named = { campaign: `list ${++campaigns}`, phoneColumn: 'phone', nameColumn: 'name', ...columns };
	const asFile = { operation: 'toText', sourceProperty: 'csv', options: { fileName: 'contacts.csv', encoding } };
	let example = exampleOf(examples, 'dialog360Campaign');
	example = await withNode(stage, example, 'Campaign', fieldsOfSet(named));
	example = await withNode(stage, example, 'Contact List', fieldsOfSet({ csv }));
	return await withNode(stage, example, 'As CSV File', asFile);
}

interface Sent {
	to: string;
	template: { components: Array<{ type: string; parameters: Array<{ text?: string }> }> };
}

/** To whom templates went, each with the name in it. */
async function sent(): Promise<Array<[string, string]>> {
	const sends = await stage.sandbox.requests({ provider: 'dialog360', method: 'POST', path: '/messages' });
	return sends.map(({ body }) => {
		const { to, template } = body as unknown as Sent;
		return [to, template.components.find(({ type }) => type === 'body')!.parameters[0]!.text!];
	});
}

it.each<[string, List, string]>([
	[
		'another heading',
		{ csv: 'Name,Telefon\nLena,+49 151 12345678\n' },
		'no column "phone". Its columns are: Name, Telefon.',
	],
	['no name', { csv: 'phone\n+49 151 12345678\n' }, 'no column "name". Its columns are: phone.'],
	[
		'nothing in it',
		{ csv: '\n', columns: { phoneColumn: 'Mobile', nameColumn: 'Name' } },
		'no column "Mobile" and no column "Name". Its columns are: none.',
	],
])('a list with %s stops the run before anything is sent, and says which column is missing', async (_, list, says) => {
	const { error } = await runWorkflow(stage.n8n, await campaignOf(list));
	expect(error).toBe(
		`Column Missing: Nothing was sent: the spreadsheet has ${says} Rename the column in the spreadsheet, or write its heading into the node "Campaign".`,
	);
	expect(await sent()).toEqual([]);
});

it.each<[string, List]>([
	['semicolons, capitals and spaces', { csv: ' Name ;PHONE\nJürgen;+49 151 12345678\n' }],
	['tabs', { csv: 'phone\tname\n+49 151 12345678\tJürgen\n' }],
	['a byte-order mark before quotes', { csv: '\uFEFF"name";"phone"\n"Jürgen";"+49 151 12345678"\n' }],
	['the letters of Windows', { csv: 'name;phone\r\nJürgen;+49 151 12345678\r\n', encoding: 'latin1' }],
	[
		'headings of its own',
		{ csv: 'Vorname,Telefon\nJürgen,+49 151 12345678\n', columns: { phoneColumn: 'telefon', nameColumn: 'Vorname' } },
	],
])('a list with %s is read', async (_, list) => {
	const { error } = await runWorkflow(stage.n8n, await campaignOf(list));
	expect(error).toBeUndefined();
	expect(await sent()).toEqual([['4915112345678', 'Jürgen']]);
});

it('a row without a phone number is left out and named, an empty one is none', async () => {
	const csv = 'name,phone,city\nLena,+49 151 12345678,Bonn\nHugo,,Nice\n,,\nEva,-,Ulm\n,,Rome\n';
	const { error, output } = await runWorkflow(stage.n8n, await campaignOf({ csv }));
	expect(error).toBeUndefined();
	expect(await sent()).toEqual([['4915112345678', 'Lena']]);
	// Other tests interrupt runs: rows that these left in doubt are named as well.
	const left = output<{ name: string; lookAt: string }>('What to Look At').filter(({ lookAt }) => /^Row/.test(lookAt));
	const reason = (row: number) => `Row ${row} of the spreadsheet has no phone number and was left out.`;
	expect(left.map(({ name, lookAt }) => [name, lookAt])).toEqual([
		['Hugo', reason(3)],
		['Eva', reason(5)],
		['', reason(6)],
	]);
});

it('two runs that are started at the same moment send each message once', async () => {
	const { n8n } = stage;
	for (let round = 0; round < ROUNDS; round++) {
		await stage.sandbox.reset();
		const before = (await patiently(async () => await rowsOf(n8n, 'Campaign recipients'))).length;
		const lines = Array.from({ length: AT_ONCE }, (_, index) => `Person ${index},+${491_530_000_000 + index}`);
		const campaign = await campaignOf({ csv: ['name,phone', ...lines].join('\n') });
		const runs = await Promise.all([beginWorkflow(n8n, campaign), beginWorkflow(n8n, campaign)]);
		for (const run of runs) {
			const look = async () => await patiently(async () => await readExecution(n8n, run));
			expect((await eventually(look, ({ hasEnded }) => hasEnded, 120_000)).error).toBeUndefined();
		}
		const to = (await sent()).map(([phone]) => phone);
		console.log(`${to.length} sent to ${new Set(to).size} of ${AT_ONCE}`);
		expect([...to].sort()).toEqual([...new Set(to)].sort());
		expect(to).toHaveLength(AT_ONCE);
		expect(await patiently(async () => await rowsOf(n8n, 'Campaign recipients'))).toHaveLength(before + AT_ONCE);
	}
});
