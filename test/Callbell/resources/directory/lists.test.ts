import { byId, CallbellBench, GREETING, MAIN_CHANNEL, SALES } from '../../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

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
