import { Dialog360Api } from '../../../credentials/Dialog360Api.credentials';
import { dialog360BaseUrl, messagesPath } from '../../../nodes/Dialog360/provider/environment';
import { runCredentialTest } from '../../engine';
import { Dialog360Bench } from '../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

describe('the credential', () => {
	it('turns green with a good key, on a blocked number too', async () => {
		await bench.fault([
			{
				path: '^/health_status$',
				effect: 'status',
				status: 200,
				body: { health_status: { can_send_message: 'BLOCKED', entities: [] } },
			},
		]);
		expect(await runCredentialTest(new Dialog360Api(), bench.credential())).toMatchObject({ status: 'OK' });
		expect((await bench.sandbox.requests())[0]).toMatchObject({ method: 'GET', path: '/health_status' });
	});

	it('turns red with a sentence that helps when the key is wrong', async () => {
		const result = await runCredentialTest(new Dialog360Api(), bench.credential({ apiKey: 'wrong' }));
		expect(result.status).toBe('Error');
		expect(result.message).toContain('does not know this API key');
		expect(result.message).not.toContain('wrong');
	});

	it.each([
		['production', 'https://waba-v2.360dialog.io', '/messages'],
		['sandbox', 'https://waba-sandbox.360dialog.io', '/v1/messages'],
		['custom', 'https://whatsapp.example.com', '/messages'],
	])('points %s at %s and sends to %s', (environment, url, path) => {
		const baseURL = dialog360BaseUrl({ environment, baseUrl: ' https://whatsapp.example.com/ ' });
		expect(baseURL).toBe(url);
		expect(messagesPath(baseURL)).toBe(path);
	});
});
