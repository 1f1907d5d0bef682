import { CallbellApi } from '../../credentials/CallbellApi.credentials';
import { runCredentialTest } from '../engine';
import {
	APPOINTMENT,
	BACK,
	byId,
	CallbellBench,
	CUSTOMER,
	GREETING,
	KEY,
	locator,
	MAIN_CHANNEL,
	PICTURE,
	SALES,
	WON,
} from './callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const customer = { contactId: locator('phone', CUSTOMER) };

describe('a conversation', () => {
	it('is closed and opened again', async () => {
		const closed = await bench.run('conversation.close', customer);
		expect(closed.items[0]?.json).toMatchObject({ name: 'John Doe', closedAt: expect.stringMatching(/Z$/) });
		const opened = await bench.run('conversation.open', { ...customer, simplify: false });
		expect(opened.items[0]?.json).toMatchObject({ closedAt: null, conversationHref: expect.any(String) });
	});

	it('takes a note', async () => {
		const { items } = await bench.run('conversation.addNote', { ...customer, text: 'Call back, @Jane' });
		expect(items[0]?.json).toEqual({ success: true });
		expect((await bench.sandbox.requests({ method: 'POST' }))[0]?.body).toEqual({ text: 'Call back, @Jane' });
	});

	it('gets a note once when its answer is lost', async () => {
		await bench.sandbox.faults([{ method: 'POST', path: '/note$', effect: 'lostAnswer' }], 'callbell');
		const { error } = await bench.run('conversation.addNote', { ...customer, text: 'Once' });
		expect(error?.message).toContain('may have been sent');
		expect((await bench.asked()).filter((request) => request.endsWith('/note'))).toHaveLength(1);
	});

	it.each([
		['startBot', 'bot_start'],
		['stopBot', 'bot_end'],
	])('%s answers the new state of the bot', async (operation, status) => {
		const { items } = await bench.run(`conversation.${operation}`, customer);
		expect(items[0]?.json).toEqual({ status });
	});
});

describe.each(['conversation', 'messages'] as const)('a funnel, at the address that names the %s', (funnelPath) => {
	it('takes a contact', async () => {
		await bench.settings({ funnelPath });
		const { items, error } = await bench.run('funnel.moveContact', {
			...customer,
			funnelId: byId(WON),
			simplify: false,
		});
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ name: 'John Doe', funnelId: WON });
	});
});

describe('lists', () => {
	it.each([
		['template.getAll', {}, 7],
		['channel.getAll', {}, 6],
		['channel.getAll', { filters: { type: 'whatsapp', active: true } }, 2],
		['team.getAll', {}, 2],
		['team.getMembers', { teamId: byId(SALES) }, 1],
		['team.getMembers', { teamId: byId(SALES), filters: { status: 'away' } }, 0],
		['funnel.getAll', {}, 2],
	])('%s %j has all entries', async (operation, parameters, count) => {
		const { items, error } = await bench.run(operation, { ...parameters, returnAll: true });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(count);
	});

	it.each([
		['template', { templateId: byId(GREETING) }, 'title'],
		['channel', { channelId: byId(MAIN_CHANNEL) }, 'title'],
		['team', { teamId: byId(SALES) }, 'name'],
	])('one %s is read and renamed', async (resource, parameters, title) => {
		await bench.run(`${resource}.rename`, { ...parameters, name: 'Fresh' });
		const { items } = await bench.run(`${resource}.get`, parameters);
		expect(items[0]?.json[title]).toBe('Fresh');
	});
});

describe('pickers', () => {
	const names = async (method: string, filter?: string) =>
		(await bench.search(method, { filter })).results.map(({ name }) => name);

	it('offer channels that are in use, from all pages that a search needs', async () => {
		expect(await names('searchChannels')).toEqual(expect.arrayContaining(['WhatsApp main (whatsapp, main)']));
		expect(await names('searchChannels', 'old')).toEqual([]);
	});

	it('offer approved templates, others when their status is searched for', async () => {
		expect(await names('searchTemplates', 'greet')).toEqual(['Greeting – text, approved']);
		expect(await names('searchTemplates', 'offer')).toEqual([]);
		expect(await names('searchTemplates', 'rejected')).toEqual(['Rejected offer – text, rejected']);
	});

	it('find contacts by name and by number', async () => {
		await bench.sandbox.control('POST', 'callbell/contacts', { identifier: '49170', count: 45 });
		expect(await names('searchContacts', 'weber')).toEqual(['Ana Weber +4915112345678 (whatsapp)']);
		expect(await names('searchContacts', '+491700044')).toEqual(['Customer 0044 +491700044 (whatsapp)']);
	});

	it('offer teams and funnels', async () => {
		expect(await names('searchTeams')).toEqual(['General', 'Sales']);
		expect(await names('searchFunnels', 'won')).toEqual(['🏆 Won']);
	});

	it('say what is wrong', async () => {
		await expect(bench.search('searchTeams', {}, { apiKey: 'wrong' })).rejects.toThrow('HTTP 401');
	});
});

describe('the fields of a template', () => {
	it('are one for each variable, and one for its file', async () => {
		const idsOf = async (uuid: string) => (await bench.fields(uuid)).fields.map(({ id, required }) => [id, required]);
		expect(await idsOf(APPOINTMENT)).toEqual([
			['1', true],
			['2', true],
			['3', true],
		]);
		expect(await idsOf(PICTURE)).toEqual([
			['1', true],
			['media', true],
		]);
		expect(await idsOf(BACK)).toEqual([]);
	});

	it('come after a template is chosen', async () => {
		expect(await bench.fields('')).toEqual({ fields: [], emptyFieldsNotice: 'Choose a template first.' });
		await expect(bench.fields('none')).rejects.toThrow('HTTP 404');
	});
});

describe('the credential', () => {
	const check = async (apiKey: string) => await runCredentialTest(new CallbellApi(), bench.credential({ apiKey }));

	it('is good with a known key', async () => {
		const result = await check(KEY);
		expect(result.status).toBe('OK');
		expect(JSON.stringify(result)).not.toContain(KEY);
	});

	it('is told from a wrong one', async () => {
		expect(await check('wrong')).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('does not know this API key'),
		});
	});
});
