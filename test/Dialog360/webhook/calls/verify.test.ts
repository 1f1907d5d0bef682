import { createHmac } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { callBody } from '../../../../sandbox/dialog360/webhooks/envelope';
import { messageChange } from '../../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../../engine';
import { SECRET, SIGNED, startManual, startTrigger } from '../../trigger';

const body = callBody([messageChange('text')]);

const signatureOf = (bytes: Uint8Array | string, secret = 'platform secret') =>
	createHmac('sha256', secret).update(bytes).digest('hex');

let trigger: TriggerBench;

const start = async (...given: Parameters<typeof startManual>) => (trigger = await startManual(...given));
afterEach(async () => await trigger.stop());

async function refused(headers: OutgoingHttpHeaders, status = 401, bytes: Uint8Array | string = body): Promise<void> {
	expect(await trigger.call(bytes, headers)).toEqual({ status, body: { message: expect.any(String) } });
	expect(trigger.runs).toEqual([]);
}

describe('the secret in a header', () => {
	it('lets a call in, whatever the case of the name', async () => {
		await start();
		expect((await trigger.call(body, { 'x-webhook-secret': SECRET })).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it.each<[string, OutgoingHttpHeaders]>([
		['is missing', {}],
		['is empty', { 'X-Webhook-Secret': '' }],
		['lost its end', { 'X-Webhook-Secret': SECRET.slice(0, -1) }],
		['has something behind it', { 'X-Webhook-Secret': `${SECRET}!` }],
		['has another case', { 'X-Webhook-Secret': SECRET.toUpperCase() }],
		['comes twice', { 'X-Webhook-Secret': [SECRET, SECRET] }],
		['is in another header', { Authorization: SECRET }],
	])('refuses a call where it %s', async (_, headers) => {
		await start();
		await refused(headers);
	});

	it('is looked at before the body is', async () => {
		await start();
		await refused({}, 401, '{"entry":[]}');
	});

	it('is that of the credential, which wins over the one that still stands in the workflow', async () => {
		await start({}, { credential: { webhookSecret: 'new' } });
		await refused(SIGNED);
		expect((await trigger.call(body, { 'X-Webhook-Secret': 'new' })).status).toBe(200);
	});

	it('is not asked for without verification', async () => {
		await start({ options: { verifyCalls: false } });
		expect((await trigger.call(body)).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('that was never drawn lets nobody in', async () => {
		trigger = await startTrigger();
		for (const headers of [{}, { 'X-Webhook-Secret': '' }, { 'X-Webhook-Secret': 'undefined' }]) await refused(headers);
	});
});

describe.each([
	['in the credential', {}, { signatureSecret: 'platform secret' }],
	['in the parameter where it was before', { signatureSecret: 'platform secret' }, {}],
	['in both, where the credential wins', { signatureSecret: 'old' }, { signatureSecret: 'platform secret' }],
])('the signature of a partner, with the secret %s', (_, old, credential) => {
	const startSigned = async (options: object = {}) =>
		await start({ options: { webhookSecret: '', ...old, ...options } }, { credential });

	it.each(['', 'sha256='])('lets a call in with the prefix "%s"', async (prefix) => {
		await startSigned();
		expect((await trigger.call(body, { 'X-360Dialog-Signature': prefix + signatureOf(body) })).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it.each<[string, OutgoingHttpHeaders]>([
		['none', {}],
		['one of another secret', { 'x-360dialog-signature': signatureOf(body, 'other') }],
		['one of another body', { 'x-360dialog-signature': signatureOf('{}') }],
		['a doubled one', { 'x-360dialog-signature': [signatureOf(body), signatureOf(body)] }],
		['a cut one', { 'x-360dialog-signature': signatureOf(body).slice(0, 32) }],
	])('refuses a call with %s', async (_, headers) => {
		await startSigned();
		await refused(headers);
	});

	it('is of the bytes, so that a space changes it', async () => {
		await startSigned();
		await refused({ 'x-360dialog-signature': signatureOf(body) }, 401, `${body.toString()} `);
	});

	it('is asked for beside the secret where both are set', async () => {
		await startSigned({ webhookSecret: SECRET });
		await refused(SIGNED);
		await refused({ 'x-360dialog-signature': signatureOf(body) });
		expect((await trigger.call(body, { ...SIGNED, 'x-360dialog-signature': signatureOf(body) })).status).toBe(200);
	});
});
