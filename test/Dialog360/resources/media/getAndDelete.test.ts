import { Dialog360Bench } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

describe('Get and Delete', () => {
	it('Delete says so', async () => {
		await bench.fault([
			{ method: 'DELETE', path: '^/555555$', effect: 'status', status: 200, body: { success: true } },
		]);
		const { items } = await bench.run('media.delete', { mediaId: '555555' });
		expect(items[0]?.json).toEqual({ deleted: true, id: '555555' });
	});

	it('Get answers what 360dialog knows', async () => {
		await bench.fault([
			{
				method: 'GET',
				path: '^/555555$',
				effect: 'status',
				status: 200,
				body: { id: '555555', mime_type: 'image/png' },
			},
		]);
		const { items } = await bench.run('media.get', { mediaId: '={{ 555555 }}' }, { apiKey: bench.newKey() });
		expect(items[0]?.json).toEqual({ id: '555555', mime_type: 'image/png' });
	});
});
