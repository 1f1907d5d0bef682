import { CallbellApi } from '../../credentials/CallbellApi.credentials';
import { Dialog360Api } from '../../credentials/Dialog360Api.credentials';
import { PartooApi } from '../../credentials/PartooApi.credentials';
import { runCredentialTest } from '../engine';
import { everyOperation, runAt } from '../shared/everyOperation';
import { useFastClock } from '../shared/fastClock';
import { json, startServer } from '../shared/startServer';

useFastClock();

const CREDENTIALS = [
	[new PartooApi(), { id: '62d80fae74e8b11d700302b8', email: 'ann@example.com' }],
	[new CallbellApi(), { status: 'ok', user_email: 'ann@example.com' }],
	[new Dialog360Api(), { health_status: { can_send_message: 'AVAILABLE' } }],
] as const;
const data = (baseUrl: string, apiKey = 'some-key-0123456789') => ({ environment: 'custom', baseUrl, apiKey });

describe.each(CREDENTIALS)("the credential's test", (credential, good) => {
	const check = async (body: string, status = 200) => {
		const server = await startServer((_, response) =>
			response.writeHead(status, { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json' }).end(body),
		);
		const result = await runCredentialTest(credential, data(server.url));
		await server.close();
		return result;
	};

	it(`is green for what ${credential.displayName} answers`, async () => {
		expect(await check(JSON.stringify(good))).toMatchObject({ status: 'OK' });
	});

	it.each([
		['a web page', 200, '<html><title>Please log in</title></html>'],
		['an empty answer', 200, ''],
		['no content', 204, ''],
	])(`of ${credential.displayName} is red for %s`, async (_, status, body) => {
		expect(await check(body, status)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('Something answers that is not'),
		});
	});

	// Good answers of 360dialog's two environments have no field in common, by which n8n could know one.
	if (credential.name === 'dialog360Api') return;
	it.each(['{}', '{"error": "Backend down"}', '{"success": false}'])(
		`of ${credential.displayName} is red for %s`,
		async (body) => {
			expect(await check(body)).toMatchObject({ status: 'Error' });
		},
	);
});

const KEYS: Array<[what: string, key: string]> = [
	['a line break', 'secret-part-one\nsecret-part-two'],
	['a blank without width', 'secret-part-one\u200Bsecret-part-two'],
	['an accent', 'secret-part-oné-secret-part-two'],
	['a letter of another alphabet', 'secret-part-one-\u0430-secret-part-two'],
	['a tab', 'secret-part-one\tsecret-part-two'],
];

describe.each(KEYS)('a key with %s in it', (_, key) => {
	it.each(everyOperation.filter(([, operation]) => /\.(send|getAll)$/.test(operation)))(
		'is refused by the name of its field: %s %s',
		async (...operation) => {
			const server = await startServer((asked, response) => json(response, { echo: asked.headers }, 400));
			const { items } = await runAt(server.url, operation, { apiKey: key, onError: 'continueRegularOutput' });
			expect(server.asked).toEqual([]);
			expect(items[0]?.json.error).toMatch(
				/^'API Key' in the credential holds a character that no key has, at place 1\d/,
			);
			expect(JSON.stringify(items)).not.toMatch(/secret-part/);
			await server.close();
		},
	);

	it.each(CREDENTIALS)("is refused by the credential's test", async (credential) => {
		const server = await startServer((asked, response) => json(response, { echo: asked.headers }, 400));
		const { status, message } = await runCredentialTest(credential, data(server.url, key));
		expect({ status, message }).toEqual({
			status: 'Error',
			message: expect.stringContaining("'API Key' in the credential"),
		});
		expect(message).not.toMatch(/secret-part/);
		expect(server.asked).toEqual([]);
		await server.close();
	});
});

it('a key with blanks around it is sent without them', async () => {
	const server = await startServer((_, response) => json(response, { businesses: [], max_page: 1 }));
	await runAt(server.url, ['partoo', 'business.getAll'], { apiKey: ' the-key-0123456789\n' });
	expect(server.asked[0]?.headers['x-apikey']).toBe('the-key-0123456789');
	await server.close();
});
