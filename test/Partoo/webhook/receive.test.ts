import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { TriggerBench } from '../../engine';
import { deliver, messageEvent, PUBLIC_KEY, signatureOf, signed, startTrigger } from '../trigger';

let trigger: TriggerBench;
beforeEach(async () => (trigger = await startTrigger()));
afterEach(async () => await trigger.stop());

const body = JSON.stringify(messageEvent());
const signature = signatureOf(body);

async function refused(call: Parameters<TriggerBench['call']>, status: number): Promise<void> {
	const answer = await trigger.call(...call);
	expect(answer).toEqual({ status, body: { message: expect.any(String) } });
	expect(trigger.runs).toEqual([]);
}

describe('a call that Partoo signed', () => {
	it('starts the workflow and is answered with 200', async () => {
		expect((await trigger.call(body, signed(body))).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('is read as UTF-8, whatever charset the unsigned header names', async () => {
		const text = JSON.stringify(messageEvent({ content: 'Prêt à emporter ☕' }));
		await trigger.call(text, { ...signed(text), 'content-type': 'application/json; charset=latin1' });
		expect(trigger.runs).toMatchObject([{ text: 'Prêt à emporter ☕' }]);
	});

	it('is verified over its bytes, so that spaces and a byte order mark belong to it', async () => {
		const spaced = `\uFEFF ${JSON.stringify(messageEvent(), null, 3)}\r\n`;
		expect((await trigger.call(spaced, signed(spaced))).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});
});

describe('a call with another signature header', () => {
	const bytes = Buffer.from(signature, 'base64');
	const other = sign(null, Buffer.from(body), generateKeyPairSync('ed25519').privateKey).toString('base64');
	it.each<[string, string | string[] | undefined]>([
		['none', undefined],
		['an empty one', ''],
		['one of another key', other],
		['one of another body', signatureOf('{}')],
		['a doubled one', [signature, signature]],
		['two on one line', `${signature}, ${signature}`],
		['one that lost a byte', bytes.subarray(0, 63).toString('base64')],
		['one with a byte too many', Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64')],
		['one without padding', signature.replaceAll('=', '')],
		['one in hexadecimal', bytes.toString('hex')],
		['one in URL-safe base64', `${signature.slice(0, 40)}-_${signature.slice(42)}`],
		['one with a space in it', `${signature.slice(0, 44)} ${signature.slice(44)}`],
		['one in quotes', `"${signature}"`],
		['text that is no base64', 'not base64 at all'],
		['a very long one', 'A'.repeat(8_000)],
	])('is refused: %s', async (_, value) => {
		await refused([body, value === undefined ? {} : { 'X-Partoo-Signature-v1': value }], 401);
	});

	it('is refused for every character of the signature that changes', async () => {
		for (let index = 0; index < signature.length; index++) {
			const changed = signature[index] === 'B' ? 'C' : 'B';
			await refused(
				[body, { 'X-Partoo-Signature-v1': signature.slice(0, index) + changed + signature.slice(index + 1) }],
				401,
			);
		}
	});

	it('is refused in another version of the header', async () => {
		await refused([body, { 'X-Partoo-Signature-v2': signature }], 401);
	});
});

describe('a call with another body', () => {
	it('is refused for every byte that changes', async () => {
		const good = Buffer.from(body);
		for (let index = 0; index < good.length; index += 7) {
			const changed = Buffer.from(good);
			changed[index]! ^= 1;
			const { status } = await trigger.call(changed, { 'X-Partoo-Signature-v1': signature });
			expect([400, 401, 422]).toContain(status);
		}
		expect(trigger.runs).toEqual([]);
	});

	it.each([
		['a space more', `${body} `],
		['other line ends', JSON.stringify(messageEvent(), null, 1)],
		['the same values in another order', JSON.stringify({ payload: messageEvent().payload, type: 'message_updated' })],
	])('is refused: %s', async (_, changed) => {
		await refused([changed, { 'X-Partoo-Signature-v1': signature }], 401);
	});

	it.each([
		'[]',
		'"text"',
		'1',
		'null',
		'true',
		'{}',
		'{"type":1}',
		'{"type":""}',
		'{"type":null,"payload":{}}',
		'[{"type":"message_updated"}]',
		'',
	])('is no event: %s', async (text) => await refused([text, signed(text)], 400));

	it.each([
		'text/plain',
		'application/x-www-form-urlencoded',
		'application/octet-stream',
		'multipart/form-data; boundary=x',
		'',
	])('is no JSON to n8n: %s', async (type) => await refused([body, { ...signed(body), 'content-type': type }], 400));

	it('of a megabyte is refused in good time', async () => {
		const large = JSON.stringify(messageEvent({ content: 'x'.repeat(1_000_000) }));
		await refused([large, { 'X-Partoo-Signature-v1': signature }], 401);
	});

	it('starts the workflow when its parts are missing, null or of another type', async () => {
		const oddities = [
			undefined,
			null,
			'text',
			3,
			[],
			{},
			{ message: null },
			{ message: { id: {} }, conversation: [], org_id: {} },
		];
		await trigger.stop();
		trigger = await startTrigger({ events: ['other'], otherEvents: 'odd' });
		for (const payload of oddities) expect(await deliver(trigger, { type: 'odd', payload })).toBe(200);
		expect(trigger.runs).toHaveLength(oddities.length);
	});
});

describe('the key', () => {
	const pem = PUBLIC_KEY.trim();
	it.each([
		['without line breaks', pem.replaceAll('\n', ' ')],
		['with written line breaks', pem.replaceAll('\n', '\\n')],
		['with Windows line breaks', pem.replaceAll('\n', '\r\n')],
		['without its first and last line', pem.split('\n')[1]!],
	])('is read %s', async (_, webhookPublicKey) => {
		await trigger.stop();
		trigger = await startTrigger({}, { credential: { webhookPublicKey } });
		await deliver(trigger, messageEvent());
		expect(trigger.runs).toHaveLength(1);
	});

	it.each(['production', 'sandbox'])(
		'of %s is built in, so that a call with another key is refused',
		async (environment) => {
			await trigger.stop();
			trigger = await startTrigger({}, { credential: { environment } });
			await refused([body, signed(body)], 401);
		},
	);

	it('that was taken out of the credential while the workflow is active makes Partoo call again', async () => {
		await trigger.stop();
		trigger = await startTrigger({}, { credential: { webhookPublicKey: '' } });
		await refused([body, signed(body)], 503);
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'error', message: expect.stringContaining("'Webhook Public Key'") }),
		);
		// What is refused without it needs no key.
		expect((await trigger.call(body)).status).toBe(401);
	});

	it('that was exchanged in the credential counts after a moment', async () => {
		expect((await trigger.call(body, signed(body))).status).toBe(200);
		const { privateKey, publicKey } = generateKeyPairSync('ed25519');
		trigger.options.credentials!.partooApi!.webhookPublicKey = publicKey
			.export({ type: 'spki', format: 'pem' })
			.toString();
		const next = { 'X-Partoo-Signature-v1': sign(null, Buffer.from(body), privateKey).toString('base64') };
		jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000);
		expect((await trigger.call(body, next)).status).toBe(200);
		expect((await trigger.call(body, signed(body))).status).toBe(401);
		jest.restoreAllMocks();
	});

	it('is not needed without verification', async () => {
		await trigger.stop();
		trigger = await startTrigger({ options: { verifySignature: false } }, { credential: { webhookPublicKey: '' } });
		expect((await trigger.call(body)).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('is an Ed25519 one', () => {
		expect(createPublicKey(PUBLIC_KEY).asymmetricKeyType).toBe('ed25519');
	});
});

describe.each([
	['in the credential', {}, { urlSecret: 'p4ss & more' }],
	['in the parameter where it was before', { options: { urlSecret: 'p4ss & more' } }, {}],
	['in both, where the credential wins', { options: { urlSecret: 'old' } }, { urlSecret: 'p4ss & more' }],
])('a secret in the URL, %s', (_, parameters, credential) => {
	beforeEach(async () => {
		await trigger.stop();
		trigger = await startTrigger(parameters, { credential });
	});
	const query = `?key=${encodeURIComponent('p4ss & more')}`;

	it('lets a signed call in', async () => {
		expect((await trigger.call(body, signed(body), query)).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it.each(['', '?key=', '?key=p4ss', '?key=old', `${query}x`, `${query}&key=p4ss`, `?KEY=p4ss`, '?key[]=p4ss'])(
		'refuses the query "%s"',
		async (wrong) => {
			await refused([body, signed(body), wrong], 401);
		},
	);

	it('does not stand for the signature', async () => {
		await refused([body, {}, query], 401);
	});
});

describe('the organization of an event', () => {
	const other = { ...messageEvent(), payload: { ...(messageEvent().payload as object), org_id: 43 } };
	const starting = async (event: object, types: string[], organizationId: unknown) => {
		await trigger.stop();
		trigger = await startTrigger({ events: types }, { credential: { organizationId } as never });
		return await deliver(trigger, event);
	};

	it.each([
		['a message', other, 401],
		['a review', { type: 'review_created', payload: { review: { key: 'r', org_id: 43 } } }, 401],
		['a business', { type: 'business_updated', payload: { business: { id: 'b', org_id: '43' } } }, 401],
		['one that names both', { type: 'review_created', payload: { org_id: 42, review: { key: 'r', org_id: 43 } } }, 401],
		['a message of the own', messageEvent(), 200],
		['a review of the own', { type: 'review_created', payload: { review: { key: 'r', org_id: 42 } } }, 200],
		['a lead, which names none', { type: 'lead_received', payload: { id: 1 } }, 200],
	])('that the credential does not name is refused, though Partoo signed it: %s', async (_, event, status) => {
		const types = ['message_updated', 'review_created', 'business_updated', 'lead_received'];
		for (const organizationId of ['42', ' 42 ', 42]) {
			expect(await starting(event, types, organizationId)).toBe(status);
			expect(trigger.runs).toHaveLength(status === 200 ? 1 : 0);
		}
	});

	it('is not asked for where nobody told whose events they are', async () => {
		expect(await deliver(trigger, other)).toBe(200);
	});
});
