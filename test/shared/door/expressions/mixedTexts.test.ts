import type { INodeParameters } from 'n8n-workflow';
import { CUSTOMER } from '../../../Dialog360/dialog360';
import { useEveryBench } from '../../../everyBench';
import { byId } from '../../../Partoo/partoo';

const benches = useEveryBench();

/** Sends a text to a customer of 360dialog's, and answers what came of it. */
async function send(text: string, json: object = {}) {
	const form = { to: CUSTOMER, text } as INodeParameters;
	const { error } = await benches.dialog360.run('message.send', form, { items: [{ json: json as never }] });
	const [body] = await benches.dialog360.bodies();
	return { error, sent: (body?.text as { body: string } | undefined)?.body };
}

describe('a text with expressions in it', () => {
	it.each<[string, string, object, string]>([
		["a spreadsheet's fault", '=Dear {{ $json.name }}', { name: '#N/A' }, 'holds "#N/A", which a spreadsheet'],
		['one in German', '=Dear {{ $json.name }},', { name: '#NV' }, 'holds "#NV", which a spreadsheet'],
		['one in Spanish', '=Dear {{ $json.name }},', { name: '#¡VALOR!' }, 'holds "#¡VALOR!", which'],
		['one of LibreOffice', '=Dear {{ $json.name }},', { name: 'Err:508' }, 'holds "Err:508", which'],
		['the word undefined', '=Hi {{ $json.name }}', { name: 'undefined' }, 'holds "undefined"'],
		['no number', '=You pay {{ $json.a }} EUR', { a: 'NaN' }, 'holds NaN'],
		['an infinite number', '=You pay {{ 1 / $json.a }} EUR', { a: 0 }, 'holds Infinity'],
		['a rounded number', '=Order {{ $json.n }}', { n: Number('17841405822304915') }, 'last digits were rounded'],
		['an invalid date', '=On {{ new Date($json.day) }}', { day: 'x' }, 'holds an invalid date'],
		['an invalid DateTime', '=On {{ DateTime.fromISO($json.day) }}', { day: 'x' }, 'holds an invalid date'],
		['one that code puts there', "={{ 'On ' + new Date($json.day) }}", { day: 'x' }, 'holds an invalid date'],
		['what code adds behind an underscore', "={{ 'order_' + $json.nr }}", {}, 'holds "undefined"'],
		['what code adds to it', "={{ 'Hi ' + $json.name }}", {}, 'holds "undefined"'],
		['within a template of code', '={{ `Hi ${$json.name}` }}', {}, 'holds "undefined"'],
		['a sum of nothing', "={{ 'Total ' + $json.price * 2 }}", {}, 'holds NaN'],
		['a Map', '=Hi {{ $json.name }}', { name: '[object Map]' }, 'holds "[object Map]"'],
		['an expression', '=Hi {{ $json.name }}', { name: '{{ $json.name }}' }, 'n8n did not evaluate'],
		[
			'an expression that is none',
			'Hi {{ $json.name }}',
			{},
			'holds "{{ $json.name }}", an expression that n8n did not',
		],
		[
			'one that reads another node',
			"Hi {{ $('Sheet').item.json.name }}",
			{},
			'an expression that n8n did not evaluate',
		],
	])('is refused where a part is %s', async (_, text, json, message) => {
		const { error, sent } = await send(text, json);
		expect(error?.message).toMatch(/^'Text' holds /);
		expect(error?.message).toContain(message);
		expect(sent).toBeUndefined();
	});

	it.each<[string, string, object, string]>([
		['a sentence that is handed over', '={{ $json.text }}', { text: 'Excel says #N/A' }, 'Excel says #N/A'],
		['one with other words', '=You wrote: {{ $json.text }}', { text: 'x is undefined' }, 'You wrote: x is undefined'],
		['one about dates', '={{ $json.text }}', { text: 'I see Invalid Date' }, 'I see Invalid Date'],
		['one about n8n', '={{ $json.text }}', { text: 'What is {{ $json.a }}?' }, 'What is {{ $json.a }}?'],
		['one that a person wrote', 'It said Invalid Date, and #REF!', {}, 'It said Invalid Date, and #REF!'],
		['one with words around it', '=Not undefined, {{ $json.name }}', { name: 'Ann' }, 'Not undefined, Ann'],
		['variables of another system', 'Hi {{name}}, {{1}}', {}, 'Hi {{name}}, {{1}}'],
		['words of the code', "={{ 'It is undefined, ' + $json.name }}", { name: 'Ann' }, 'It is undefined, Ann'],
		['nothing', '=Hi {{ $json.title }}Ann', {}, 'Hi Ann'],
		['digits that are a text', '=Order {{ $json.n }}', { n: '17841405822304915' }, 'Order 17841405822304915'],
		['a sum', '=You pay {{ $json.a + $json.b }} EUR', { a: 0.1, b: 0.2 }, 'You pay 0.3 EUR'],
		['a sum alone', '={{ $json.a + $json.b }}', { a: 0.1, b: 0.2 }, '0.3'],
		[
			'braces behind a backslash',
			'=Write \\{{ {{ $json.a }}',
			{ a: 'undefined or not' },
			'Write \\{{ undefined or not',
		],
	])('is sent where a part is %s', async (_, text, json, expected) => {
		const { error, sent } = await send(text, json);
		expect(error?.message).toBeUndefined();
		expect(sent).toBe(expected);
	});

	it('is looked at in collections and in JSON, too', async () => {
		const items = [{ json: { name: '#N/A' } }];
		const buttons = { button: [{ title: '=For {{ $json.name }}', id: '1' }] };
		const inButton = await benches.dialog360.run(
			'message.sendInteractive',
			{ to: CUSTOMER, text: 'Hi', buttons },
			{ items },
		);
		expect(inButton.error?.message).toContain('"#N/A", which a spreadsheet');
		const json = '={"type": "button", "body": {"text": "Dear {{ $json.name }}"}}';
		const form = { to: CUSTOMER, messageType: 'json', json };
		const inJson = await benches.dialog360.run('message.sendInteractive', form, { items });
		expect(inJson.error?.message).toContain('"#N/A", which a spreadsheet');
		expect(await benches.dialog360.sandbox.requests({ provider: 'dialog360', method: 'POST' })).toEqual([]);
	});
});

describe('an ID with expressions in it', () => {
	const ingest = {
		channelId: 'shop-chat',
		businessId: byId('5409c35a97bbc544d8e26737'),
		externalConversationId: '=c-{{ $json.n }}',
		externalMessageId: '=m-{{ $json.n }}',
		content: 'Hi',
	};
	const ingested = async (form: INodeParameters, items: object[]) => {
		const run = await benches.partoo.run(
			'customChannel.ingest',
			{ ...ingest, ...form },
			{ items: items.map((json) => ({ json: json as never })), onError: 'continueRegularOutput' },
		);
		const requests = await benches.partoo.sandbox.requests({ provider: 'partoo', method: 'POST' });
		return { said: run.items.map(({ json }) => json.error), details: run.items[0]?.json.details, requests };
	};

	it.each([
		['is not there', '=web-{{ $json.missing }}', '"web-", which is no ID: {{ $json.missing }} in it answers nothing'],
		['is empty', '=web-{{ $json.empty }}-1', '"web--1", which is no ID: {{ $json.empty }} in it answers nothing'],
		['is null', '={{ $json.none }}{{ $json.n }}', '{{ $json.none }} in it answers nothing'],
		['is a fault of a spreadsheet', '=web-{{ "#N/A" }}', '{{ "#N/A" }} in it answers "#N/A"'],
		['was rounded', '=ig-{{ $json.big }}', 'holds the number 17841405822304916, whose last digits were rounded'],
		['is given within code', "={{ 'web-' + ($json.missing ?? '') }}", 'holds "web-", which is no ID'],
		['is wanted in a fixed text', 'web-{{ $json.n }}', 'an expression that n8n did not evaluate'],
	])('is refused where a part %s', async (_, written, message) => {
		const item = { n: 1, empty: '', none: null, big: Number('17841405822304915') };
		for (const field of ['externalConversationId', 'externalMessageId']) {
			const { said, requests } = await ingested({ [field]: written }, [item]);
			const label = field === 'externalMessageId' ? 'External Message ID' : 'External Conversation ID';
			expect(said).toEqual([expect.stringContaining(`'${label}'`)]);
			expect(said).toEqual([expect.stringContaining(message)]);
			expect(requests).toEqual([]);
		}
	});

	it('is refused in a button and in a resource locator, too', async () => {
		const buttons = { button: [{ title: 'Yes', id: '=yes-{{ $json.missing }}' }] };
		const inButton = await benches.dialog360.run('message.sendInteractive', { to: CUSTOMER, text: 'Hi', buttons });
		expect(inButton.error?.message).toContain('{{ $json.missing }} in it answers nothing');
		const conversation = { conversationId: byId('=10{{ $json.missing }}'), text: 'Hi' };
		const inLocator = await benches.partoo.run('message.send', conversation);
		expect(inLocator.error?.message).toContain(
			'\'Conversation\' holds "10", which is no ID: {{ $json.missing }} in it answers nothing',
		);
	});

	it('is refused where an earlier item of the run has the same, and both are named', async () => {
		const { said, requests } = await ingested({}, [{ n: 1 }, { n: 2 }, { n: 1 }]);
		expect(said).toEqual([
			undefined,
			undefined,
			'\'External Message ID\' holds "m-1", which item 0 of this run has, too; Partoo ignores the second message of an ID [item 2]',
		]);
		expect(requests).toHaveLength(2);
	});
});
