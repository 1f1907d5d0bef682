import type { OutgoingHttpHeaders } from 'node:http';
import type { INodeParameters } from 'n8n-workflow';
import type { TriggerBench } from '../../../engine';
import { created, messageEvent, signed, startTrigger } from '../../trigger';

const TRYOUT = { 'X-Partoo-Webhook-Tryout': 'true' };

let trigger: TriggerBench | undefined;
afterEach(async () => await trigger?.stop());

async function start(options: INodeParameters, isTest = false): Promise<TriggerBench> {
	trigger = await startTrigger({ events: ['message_created', 'message_updated'], options }, { isTest });
	return trigger;
}

async function call(event: object, headers: OutgoingHttpHeaders = TRYOUT): Promise<number> {
	const body = JSON.stringify(event);
	return (await trigger!.call(body, { ...signed(body), ...headers })).status;
}

describe('a try-out', () => {
	it('is answered and starts nothing in an active workflow', async () => {
		const { runs } = await start({});
		expect(await call(messageEvent())).toBe(200);
		expect(runs).toEqual([]);
	});

	it('of real data does not make the event itself a repetition, nor the other way round', async () => {
		const { runs } = await start({ includeTryouts: true });
		expect(await call(messageEvent())).toBe(200);
		expect(await call(messageEvent(), {})).toBe(200);
		expect(await call(messageEvent())).toBe(200);
		expect(await call(messageEvent(), {})).toBe(200);
		expect(runs.map(({ isTryout }) => isTryout)).toEqual([true, false, true]);
	});

	it('starts an active workflow that wants try-outs, marked, if it passes the filters', async () => {
		const { runs } = await start({ includeTryouts: true });
		await call(messageEvent({ status: 'Sending' }));
		await call(created({ id: 7 }));
		expect(runs).toMatchObject([{ messageId: '7', isTryout: true }]);
	});

	it('is what listening for a test event waits for, whatever the filters say', async () => {
		const { runs } = await start({}, true);
		await call(messageEvent({ status: 'Sending' }));
		expect(runs).toMatchObject([{ providerStatus: 'Sending', isTryout: true }]);
		await call({ type: 'lead_received', payload: {} });
		expect(runs).toHaveLength(1);
	});

	it('must be signed like any call', async () => {
		const { runs } = await start({ includeTryouts: true });
		expect(await call(messageEvent(), { ...TRYOUT, 'X-Partoo-Signature-v1': 'x' })).toBe(401);
		expect(runs).toEqual([]);
	});
});
