import { CallbellApi } from '../../credentials/CallbellApi.credentials';
import { CallbellBench, KEY } from '../Callbell/callbell';
import { runCredentialTest } from '../engine';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

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
