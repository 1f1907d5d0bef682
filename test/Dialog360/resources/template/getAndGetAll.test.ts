import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Dialog360Bench, locator } from '../../dialog360';
import { GERMAN, list, OFFER, ORDER, sends } from '../../templateSamples';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

/** The number has these templates, and takes messages with them. */
const withTemplates = async (...data: IDataObject[]) =>
	await bench.fault([{ ...list, body: { data, paging: { cursors: { after: 'x' } } } }, sends]);

const reads = async () => await bench.sandbox.requests({ method: 'GET', path: '/message_templates' });

describe('Template', () => {
	it('Get Many filters by status, category, language and name, whatever their case', async () => {
		await withTemplates(ORDER, GERMAN, OFFER);
		const found = async (filters: INodeParameters) =>
			(await bench.run('template.getAll', { returnAll: true, filters })).items.map(({ json }) => json.id);
		expect(await found({})).toEqual(['1', '2', '3']);
		expect(await found({ status: 'approved' })).toEqual(['1', '3']);
		expect(await found({ category: 'MARKETING' })).toEqual(['3']);
		expect(await found({ language: 'DE' })).toEqual(['2']);
		expect(await found({ name: 'Order' })).toEqual(['1', '2']);
	});

	it('Get Many reads no page more than its limit needs, and never follows an address at Meta', async () => {
		const next = 'https://graph.facebook.com/v1/templates?after=abc';
		await bench.fault([
			{ ...list, times: 1, body: { data: [ORDER], paging: { cursors: { after: 'abc' }, next } } },
			{ ...list, body: { data: [GERMAN], paging: {} } },
		]);
		expect((await bench.run('template.getAll', { limit: 1 })).items).toHaveLength(1);
		expect(await reads()).toHaveLength(1);
	});

	it('Get Many goes on with the cursor', async () => {
		const next = 'https://graph.facebook.com/v1/templates?after=abc';
		await bench.fault([
			{ ...list, times: 1, body: { data: [ORDER], paging: { cursors: { after: 'abc' }, next } } },
			{ ...list, body: { data: [GERMAN], paging: {} } },
		]);
		expect((await bench.run('template.getAll', { returnAll: true })).items).toHaveLength(2);
		expect((await reads()).at(-1)?.query).toMatchObject({ after: 'abc' });
	});

	it('Get finds one by name and language', async () => {
		await withTemplates(ORDER, GERMAN);
		const { items } = await bench.run('template.get', { template: locator('list', 'order_update:de') });
		expect(items[0]?.json).toEqual(GERMAN);
	});

	it.each([
		[200, ['/message_templates']],
		[404, ['/message_templates', '/v1/configs/templates/order_update']],
	])('Delete takes out all languages; where the newer address answers %i it asks at %j', async (status, paths) => {
		await bench.fault([
			{ method: 'DELETE', path: '^/message_templates$', effect: 'status', status, body: { success: true } },
			{ method: 'DELETE', path: '^/v1/configs/templates/', effect: 'status', status: 200, body: {} },
		]);
		const { items } = await bench.run('template.delete', { template: locator('list', 'order_update:de') });
		expect(items[0]?.json).toEqual({ deleted: true, name: 'order_update' });
		const requests = await bench.sandbox.requests();
		expect(requests.map(({ path }) => path)).toEqual(paths);
		expect(requests[0]?.query).toEqual({ name: 'order_update' });
	});
});
