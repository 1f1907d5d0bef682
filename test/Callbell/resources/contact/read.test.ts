import type { INodeParameters } from 'n8n-workflow';
import { byId, CallbellBench, CUSTOMER, locator, MAIN_CHANNEL } from '../../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const customer = { contactId: locator('phone', CUSTOMER) };
const read = async (parameters: INodeParameters = customer) =>
	(await bench.run('contact.get', { ...parameters, simplify: false })).items[0]!.json;

describe('Get', () => {
	it.each([
		['phone', '0031 6 12345678', '/contacts/phone/+31612345678'],
		['bsuid', 'NL.13491208655302741918', '/contacts/bsuid/NL.13491208655302741918'],
	])('finds a contact by its %s', async (mode, value, path) => {
		const { items } = await bench.run('contact.get', { contactId: locator(mode, value) });
		expect(items[0]?.json).toMatchObject({
			name: 'John Doe',
			phoneNumber: '31612345678',
			tags: ['vip'],
			team: 'General',
		});
		expect(Object.keys(items[0]!.json)).toHaveLength(10);
		expect((await bench.sandbox.requests())[0]?.path.replace('%2B', '+')).toBe(path);
	});

	it('looks for a phone number on the channel that was chosen', async () => {
		const { error } = await bench.run('contact.get', {
			...customer,
			channelId: byId('0f3b1c52-7a77-4a43-9a5d-54d1a0b6f001'),
		});
		expect(error?.message).toContain('contact not found');
		expect((await bench.run('contact.get', { ...customer, channelId: byId(MAIN_CHANNEL) })).items[0]?.json.name).toBe(
			'John Doe',
		);
	});

	it.each(['object', 'list'] as const)(
		'finds it by UUID, whether it comes as an object or a list (%s)',
		async (envelope) => {
			await bench.settings({ envelope });
			const { uuid } = await read();
			expect(await read({ contactId: byId(uuid) })).toMatchObject({ uuid, customFieldsMetadata: {} });
		},
	);

	it.each([
		['', "'Contact' is empty [item 0]"],
		['none', 'Callbell refused the request (HTTP 404): contact not found [item 0]'],
	])('explains what is wrong with "%s"', async (value, message) => {
		const { error } = await bench.run('contact.get', { contactId: byId(`={{ "${value}" }}`) });
		expect(error?.message).toBe(message);
	});
});

describe('Get Many', () => {
	const many = async (parameters: INodeParameters) =>
		(await bench.run('contact.getAll', parameters)).items.map(({ json }) => json);

	it('goes through all pages by cursor, with the same filters on each', async () => {
		await bench.sandbox.control('POST', 'callbell/contacts', { identifier: '49170', tags: ['newsletter'], count: 45 });
		const found = await many({
			returnAll: true,
			filters: { source: 'whatsapp', tags: 'newsletter', teamId: byId('5c9f3a7e2b1d4c68a0e4f7b39d216a01') },
		});
		expect(new Set(found.map(({ uuid }) => uuid)).size).toBe(45);
		const queries = (await bench.sandbox.requests()).map(({ query }) => query);
		expect(queries).toHaveLength(3);
		for (const query of queries) expect(query).toMatchObject({ source: 'whatsapp', tags: 'newsletter' });
		expect(queries.map(({ after }) => Boolean(after))).toEqual([false, true, true]);
	});

	it('reads no page more than the limit needs', async () => {
		await bench.sandbox.control('POST', 'callbell/contacts', { identifier: '49170', count: 45 });
		expect(await many({ limit: 20 })).toHaveLength(20);
		expect(await bench.asked()).toHaveLength(1);
	});
});

describe('Get Messages', () => {
	it('goes on to the end, newest first', async () => {
		await bench.settings({ contactsPerPage: 2 });
		const { uuid } = await read();
		for (const text of ['1', '2', '3'])
			await bench.sandbox.control('POST', 'callbell/received', { contact: uuid, text });
		const all = await bench.run('contact.getMessages', { ...customer, returnAll: true });
		expect(all.items.map(({ json }) => json.text)).toEqual(['3', '2', '1', 'Hello']);
		const two = await bench.run('contact.getMessages', { contactId: byId(uuid), limit: 2 });
		expect(two.items).toHaveLength(2);
	});

	it('ends when Callbell gives the same page again', async () => {
		const page = { messages: [{ uuid: 'a', text: 'Hi' }] };
		await bench.sandbox.faults(
			[{ path: '/messages$', times: null, effect: 'status', status: 200, body: page }],
			'callbell',
		);
		const { items } = await bench.run('contact.getMessages', { ...customer, returnAll: true });
		expect(items).toHaveLength(1);
	});
});
