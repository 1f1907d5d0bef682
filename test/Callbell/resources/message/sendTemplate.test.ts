import {
	APPOINTMENT,
	BACK,
	byId,
	CallbellBench,
	CUSTOMER,
	GREETING,
	numbered,
	PICTURE,
	REJECTED,
} from '../../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const fields = (value: object | null) => ({ templateFields: { mappingMode: 'defineBelow', value } as never });
const values = (templateValues: unknown) => ({ valuesFrom: 'values', templateValues: templateValues as string });
const base = (uuid: string) => ({ to: CUSTOMER, templateId: byId(uuid), optinConfirmed: true });

describe('Send Template', () => {
	it('takes a template without variables', async () => {
		const { items } = await bench.run('message.sendTemplate', { ...base(BACK), ...fields(null) });
		expect(await bench.bodies()).toEqual([
			expect.objectContaining({ type: 'text', content: { text: 'We are back.' }, optin_contact: true }),
		]);
		expect(items[0]?.json.status).toBe('sending');
	});

	it.each([
		['a list', '["Ann", "test", 3]'],
		['an object', '{"1": "Ann", "2": "test", "3": 3}'],
		['an expression', '={{ ["Ann", "test", 3] }}'],
	])('takes its values as %s', async (_, given) => {
		await bench.run('message.sendTemplate', { ...base(APPOINTMENT), ...values(given) });
		expect((await bench.bodies())[0]).toMatchObject({
			template_values: ['Ann', 'test', '3'],
			content: { text: 'Ann' },
		});
	});

	it('reads the definition once for all items and sends each its own values', async () => {
		await bench.run(
			'message.sendTemplate',
			{ ...base(GREETING), ...fields({ 1: '={{ $json.n }}' }) },
			{ items: numbered(8) },
		);
		const asked = await bench.asked();
		expect(asked.filter((request) => request.startsWith('GET'))).toHaveLength(1);
		expect((await bench.bodies()).map(({ content }) => (content as { text: string }).text).sort()).toEqual([
			...'01234567',
		]);
	});

	it.each([
		[{ 1: 'Ann', 4: 'Monday' }, '"4"'],
		[{ 1: 'Ann', media: 'https://example.com/a.png' }, '"media"'],
	])('loses nothing that the form holds beyond the template: %j', async (given, named) => {
		const { error } = await bench.run('message.sendTemplate', { ...base(GREETING), ...fields(given) });
		expect(error?.message).toBe(`'Fields' has a value for ${named}, which the template does not have [item 0]`);
		expect(error?.description).toContain('Refresh');
		expect(await bench.bodies()).toEqual([]);
	});

	it('does not mind empty fields of another template', async () => {
		const given = { 1: 'Ann', 4: null, media: '' };
		await bench.run('message.sendTemplate', { ...base(GREETING), ...fields(given) });
		await bench.run('message.sendTemplate', { ...base(GREETING), ...values(given) });
		expect((await bench.bodies()).map(({ content }) => content)).toEqual([{ text: 'Ann' }]);
	});

	it.each([
		[
			'no opt-in',
			{ ...base(GREETING), optinConfirmed: false, ...fields({ 1: 'Ann' }) },
			"'Opt-in Confirmed' is not switched on [item 0]",
		],
		['no template', { ...base('={{ "" }}'), ...fields(null) }, "'Template' is empty [item 0]"],
		[
			'a missing value',
			{ ...base(APPOINTMENT), ...fields({ 1: 'Ann', 2: ' ', 3: 'x' }) },
			"'Variable 2' is empty [item 0]",
		],
		['a missing file', { ...base(PICTURE), ...fields({ 1: 'Ann' }) }, "'Media URL' is empty [item 0]"],
		[
			'too many values',
			{ ...base(GREETING), ...values('["Ann", "Bob"]') },
			"'Values (JSON)' has 2 values; the template has 1 variable [item 0]",
		],
		[
			'an unknown value',
			{ ...base(GREETING), ...values('{"4": "Ann"}') },
			"'Values (JSON)' has values for 4; the template has 1 variable [item 0]",
		],
		[
			'a missing key',
			{ ...base(APPOINTMENT), ...values('{"1": "Ann", "2": ""}') },
			'\'Values (JSON)\' has no value for "2", "3" [item 0]',
		],
		[
			'broken JSON',
			{ ...base(GREETING), ...values('["Ann"') },
			"'Values (JSON)' is no valid JSON at line 1, column 7; it ends too early [item 0]",
		],
		[
			'a lone value',
			{ ...base(GREETING), ...values('"Ann"') },
			"'Values (JSON)' holds a text, which is neither a list nor an object [item 0]",
		],
	])('with %s sends nothing and names the field', async (_, parameters, message) => {
		const { error } = await bench.run('message.sendTemplate', parameters);
		expect(error?.message).toBe(message);
		expect(await bench.bodies()).toEqual([]);
	});

	it('passes on why a template is refused', async () => {
		const { error } = await bench.run('message.sendTemplate', { ...base(REJECTED), ...fields({ 1: 'Ann' }) });
		expect(error?.message).toContain('template_uuid: is rejected');
		expect(error?.description).toContain("'Template'");
	});

	it('whose answer was lost is found by the text that the customer reads', async () => {
		await bench.sandbox.faults([{ method: 'POST', path: '^/messages/send$', effect: 'lostAnswer' }], 'callbell');
		const { items, error } = await bench.run('message.sendTemplate', { ...base(GREETING), ...fields({ 1: 'Ann' }) });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ status: 'sending', wasFoundAfterLostAnswer: true });
		expect((await bench.sandbox.stats('callbell')).accepted).toBe(1);
	});
});
