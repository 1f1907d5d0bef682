import { byId, CallbellBench, CUSTOMER, locator, WON } from '../../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const customer = { contactId: locator('phone', CUSTOMER) };

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
