import type { INodeParameters } from 'n8n-workflow';
import { byId, CallbellBench, CUSTOMER, locator, SALES } from '../../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const customer = { contactId: locator('phone', CUSTOMER) };
const bodyOf = async (method: string) => (await bench.sandbox.requests({ provider: 'callbell', method })).at(-1)?.body;
const read = async (parameters: INodeParameters = customer) =>
	(await bench.run('contact.get', { ...parameters, simplify: false })).items[0]!.json;

describe('Create', () => {
	const base = { source: 'whatsapp', identifier: '0049 170 1234567', name: 'Eva' };

	it('makes a contact with everything that was filled in', async () => {
		const customFields = {
			field: [
				{ name: 'Points', value: 42 },
				{ name: 'Interests', value: '["Shoes", "Hats"]' },
				{ name: 'Size', value: 'M' },
				{ name: 'Billing Address', value: '[c/o] Main Street 1 [rear]' },
			],
		};
		const fields = {
			tags: 'vip, newsletter',
			customFields,
			note: 'Met in May',
			teamId: byId(SALES),
			assignedUser: 'john.doe@email.com',
			botStatus: 'bot_end',
		};
		const { items } = await bench.run('contact.create', { ...base, fields });
		expect(await bodyOf('POST')).toEqual({
			identifier: '+491701234567',
			source: 'whatsapp',
			name: 'Eva',
			tags: ['vip', 'newsletter'],
			custom_fields: {
				Points: '42',
				Interests: ['Shoes', 'Hats'],
				Size: 'M',
				'Billing Address': '[c/o] Main Street 1 [rear]',
			},
			assigned_user: 'john.doe@email.com',
			team_uuid: SALES,
			bot_status: 'bot_end',
			note: 'Met in May',
		});
		expect(items[0]?.json).toMatchObject({
			name: 'Eva',
			assignedUser: 'john.doe@email.com',
			phoneNumber: '491701234567',
		});
	});

	it('whose answer was lost makes one contact', async () => {
		await bench.sandbox.faults([{ method: 'POST', path: '^/contacts$', effect: 'lostAnswer' }], 'callbell');
		const { items, error } = await bench.run('contact.create', base);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ name: 'Eva' });
		expect((await bench.asked()).filter((request) => request === 'POST /contacts')).toHaveLength(1);
	});

	it.each([
		['identifier', { ...base, identifier: '={{ "" }}' }, "'Identifier' is empty [item 0]"],
		['name', { ...base, name: '={{ " " }}' }, "'Name' is empty [item 0]"],
		[
			'note',
			{ ...base, fields: { note: 'n'.repeat(1001) } },
			"'Note' has 1001 characters; at most 1000 are allowed [item 0]",
		],
		[
			'custom field',
			{ ...base, fields: { customFields: { field: [{ name: '', value: '1' }] } } },
			"'Custom Fields > 1 > Name' is empty [item 0]",
		],
	])('with a bad %s sends nothing', async (_, parameters, message) => {
		const { error } = await bench.run('contact.create', parameters);
		expect(error?.message).toBe(message);
		expect(await bench.asked()).toEqual([]);
	});

	it('passes on that a tag is not known', async () => {
		const { error } = await bench.run('contact.create', { ...base, fields: { tags: 'odd' } });
		expect(error?.message).toContain('tags: "odd" does not exist');
	});
});

describe('Update', () => {
	it.each([
		['add', 'newsletter, VIP', ['newsletter', 'VIP']],
		['add', 'newsletter', ['vip', 'newsletter']],
		['remove', ['VIP'], []],
		['replace', 'complaint', ['complaint']],
		['replace', '[VIP]; [2024] Summer', ['[VIP]', '[2024] Summer']],
		['replace', '["vip", "complaint"]', ['vip', 'complaint']],
		['replace', '', []],
	])('can %s the tags %j', async (tagsAction, tags, expected) => {
		await bench.sandbox.faults(
			[{ method: 'PATCH', path: '^/contacts/', effect: 'status', status: 200, body: { contact: { uuid: 'x' } } }],
			'callbell',
		);
		await bench.run('contact.update', { ...customer, fields: { tags: tags as string, tagsAction } });
		expect(await bodyOf('PATCH')).toEqual({ tags: expected });
	});

	it('changes name, note and assignment', async () => {
		await bench.run('contact.update', {
			...customer,
			fields: { name: 'Johnny', note: '', unassign: true, additionalBodyFields: '{"custom_fields": {"Size": "L"}}' },
		});
		expect(await bodyOf('PATCH')).toEqual({
			name: 'Johnny',
			note: '',
			unassign_user: true,
			custom_fields: { Size: 'L' },
		});
		expect(await read()).toMatchObject({ name: 'Johnny', note: null, assignedUser: null, customFields: { Size: 'L' } });
	});

	it.each([
		[{}, "'Fields' is empty [item 0]"],
		[
			{ unassign: true, assignedUser: 'john.doe@email.com' },
			"'Unassign' is switched on beside an Assigned User [item 0]",
		],
	])('refuses %j', async (fields, message) => {
		const { error } = await bench.run('contact.update', { ...customer, fields });
		expect(error?.message).toBe(message);
		expect(await bench.asked()).toEqual([]);
	});
});

it('Delete takes a contact out', async () => {
	const { items } = await bench.run('contact.delete', customer);
	expect(items[0]?.json).toEqual({ deleted: true });
	expect((await bench.run('contact.get', customer)).error?.message).toContain('HTTP 404');
});
