import type { INodeParameters } from 'n8n-workflow';
import { byId, CallbellBench, CUSTOMER, locator, MAIN_CHANNEL } from '../../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const NEW = '+491701234567';
const upsert = async (contactId: INodeParameters, more: INodeParameters = {}, extras = {}) =>
	await bench.run('contact.upsert', { contactId, name: 'Eva', ...more }, extras);
const ofNumber = async (number: string) =>
	(await bench.run('contact.get', { contactId: locator('phone', number), simplify: false })).items[0]?.json;

describe('Create or Update', () => {
	it('creates a contact that is not there, with all that was filled in', async () => {
		const { items } = await upsert(locator('phone', '0049 170 1234567'), {
			channelId: byId(MAIN_CHANNEL),
			fields: { tags: 'vip', tagsAction: 'add', note: 'Met in May', unassign: true },
		});
		expect(items[0]?.json).toMatchObject({ name: 'Eva', isNew: true, tags: ['vip'], note: 'Met in May' });
		expect((await bench.sandbox.requests({ provider: 'callbell', method: 'POST' }))[0]?.body).toEqual({
			identifier: NEW,
			source: 'whatsapp',
			channel_uuid: MAIN_CHANNEL,
			name: 'Eva',
			tags: ['vip'],
			note: 'Met in May',
		});
	});

	it('changes one that is there, and keeps its tags', async () => {
		const { items } = await upsert(locator('phone', CUSTOMER), { fields: { tags: 'newsletter' } });
		expect(items[0]?.json).toMatchObject({ name: 'Eva', isNew: false, tags: ['vip', 'newsletter'] });
		expect(await bench.asked()).not.toContain('POST /contacts');
	});

	it('finds it by UUID and by BSUID', async () => {
		const { uuid } = (await ofNumber(CUSTOMER))!;
		expect((await upsert(byId(uuid))).items[0]?.json).toMatchObject({ uuid, isNew: false });
		await bench.sandbox.control('POST', 'callbell/contacts', { identifier: '491701', bsuid: 'DE.42', name: 'Mia' });
		expect((await upsert(locator('bsuid', 'DE.42'))).items[0]?.json).toMatchObject({ name: 'Eva', isNew: false });
	});

	it.each(['id', 'bsuid'])('creates none by %s, and says how it can', async (mode) => {
		const { error } = await upsert(locator(mode, 'DE.4242'));
		expect(error?.message).toContain("'Contact' names a contact that Callbell does not have");
		expect(error?.description).toContain('by phone number');
		expect(await bench.asked()).not.toContain('POST /contacts');
	});

	it('makes one contact of several items at once, each of which counts', async () => {
		const items = ['Ann', 'Ben', 'Cem'].map((name) => ({ json: { name } }));
		const run = await upsert(locator('phone', NEW), { name: '={{ $json.name }}' }, { items });
		expect(run.items.map(({ json }) => json.isNew)).toEqual([true, false, false]);
		expect(new Set(run.items.map(({ json }) => json.uuid)).size).toBe(1);
		expect((await bench.asked()).filter((request) => request === 'POST /contacts')).toHaveLength(1);
	});

	it('changes the one that another workflow made at the same moment', async () => {
		await bench.sandbox.faults(
			[{ method: 'GET', path: '^/contacts/phone/', times: 1, effect: 'status', status: 404, body: { error: 'no' } }],
			'callbell',
		);
		const { items, error } = await upsert(locator('phone', CUSTOMER));
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ name: 'Eva', isNew: false });
		expect(await bench.asked()).toContain('POST /contacts');
	});

	it('whose answer was lost makes one contact', async () => {
		await bench.sandbox.faults([{ method: 'POST', path: '^/contacts$', effect: 'lostAnswer' }], 'callbell');
		const { items, error } = await upsert(locator('phone', NEW));
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ name: 'Eva' });
		expect((await bench.asked()).filter((request) => request === 'POST /contacts')).toHaveLength(1);
	});

	it('passes on why Callbell refuses a new one', async () => {
		const { error } = await upsert(locator('phone', NEW), { fields: { tags: 'odd' } });
		expect(error?.message).toContain('tags: "odd" does not exist');
	});
});

describe('what Callbell does not have', () => {
	it.each<[string, INodeParameters, string]>([
		['contact.get', { contactId: byId('none') }, "Check 'Contact'"],
		['conversation.open', { contactId: byId('none') }, "Check 'Contact'"],
		['funnel.moveContact', { contactId: byId('none'), funnelId: byId('x') }, "Check 'Contact' and 'Funnel'"],
		['message.getStatus', { messageId: 'none' }, "Check 'Message ID'"],
		['template.get', { templateId: byId('none') }, "Check 'Template'"],
		['channel.get', { channelId: byId('none') }, "Check 'Channel'"],
		['team.get', { teamId: byId('none') }, "Check 'Team'"],
	])('is named by the label of its field: %s %j', async (operation, parameters, words) => {
		const { error } = await bench.run(operation, parameters);
		expect(error?.message).toContain('HTTP 404');
		expect(error?.description).toContain(words);
	});
});
