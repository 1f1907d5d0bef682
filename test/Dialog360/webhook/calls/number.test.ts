import { callBody, METADATA } from '../../../../sandbox/dialog360/webhooks/envelope';
import type { TriggerBench } from '../../../engine';
import { newTrigger, number, sandbox, warnings } from '../registration/atSandbox';

describe('the number of a call', () => {
	const of = (id: string) => ({
		field: 'messages',
		value: { metadata: { phone_number_id: id }, messages: [message()] },
	});
	const message = () => ({ id: `wamid.${++messages}`, from: '49151', type: 'text', text: { body: 'Hi' } });
	let messages = 0;
	const call = async (trigger: TriggerBench, ...ids: string[]) =>
		(await trigger.call(callBody(ids.map(of)), (await number())?.headers ?? {})).status;

	it('is the one that 360dialog told at the registration; calls about others are refused', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await call(trigger, METADATA.phone_number_id)).toBe(200);
		expect(await call(trigger, '999')).toBe(401);
		expect(trigger.runs).toHaveLength(1);
		expect(warnings(trigger)).toEqual([
			`360dialog Trigger was told of another number than ${METADATA.phone_number_id}, which starts nothing`,
		]);
	});

	it('of the others in a call holds nothing back that is of the own', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await call(trigger, '999', METADATA.phone_number_id, '998')).toBe(200);
		expect(trigger.runs).toMatchObject([{ phoneNumberId: METADATA.phone_number_id }]);
	});

	it('is learned at the next start by a trigger that an older version registered', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		delete (trigger.staticData['node:360dialog Trigger'] as { registered: Array<{ phoneNumberId?: string }> })
			.registered[0]!.phoneNumberId;
		expect(await call(trigger, '999')).toBe(200);
		await trigger.activate('init');
		expect(await call(trigger, '999')).toBe(401);
	});

	it.each([
		['the health status cannot be asked for', { status: 403, body: {} }],
		['it names no number', { status: 200, body: { health_status: { entities: [{ entity_type: 'WABA', id: '1' }] } } }],
	])('is not looked at where it is not known: %s', async (_, answer) => {
		await sandbox.faults(
			[{ method: 'GET', path: '^/health_status$', times: null, effect: 'status', ...answer }],
			'dialog360',
		);
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await call(trigger, '999')).toBe(200);
	});

	it('can be named by the credential, as for manual registration', async () => {
		const trigger = await newTrigger(
			{ options: { registration: 'manual' } },
			{ credential: { webhookSecret: 'x', phoneNumberId: ' 998 ' } },
		);
		const body = (id: string) => callBody([of(id)]);
		const headers = { 'X-Webhook-Secret': 'x' };
		expect((await trigger.call(body('998'), headers)).status).toBe(200);
		expect((await trigger.call(body('999'), headers)).status).toBe(401);
	});
});
