import type { INodeParameters } from 'n8n-workflow';
import { CallbellBench, CUSTOMER as CALLBELL_CUSTOMER, numbered } from '../../Callbell/callbell';
import { CUSTOMER, Dialog360Bench } from '../../Dialog360/dialog360';

let bench: Dialog360Bench;
let callbell: CallbellBench;
beforeAll(async () => {
	[bench, callbell] = await Promise.all([Dialog360Bench.start(), CallbellBench.start()]);
});
afterAll(async () => await Promise.all([bench.sandbox.stop(), callbell.sandbox.stop()]));
beforeEach(async () => await Promise.all([bench.sandbox.reset(), callbell.sandbox.reset()]));

const ITEMS = 20;
const form: INodeParameters = { to: CUSTOMER, text: '=Message {{ $json.n }}' };

/** The texts that were accepted, in alphabetical order. */
async function accepted(): Promise<string[]> {
	const requests = await bench.sandbox.requests({ provider: 'dialog360', path: '/messages', status: 200 });
	return requests.map(({ body }) => (body.text as { body: string }).body).sort();
}

const each = (n: number) => Array.from({ length: n }, (_, index) => `Message ${index}`).sort();
const run = async (extras = {}) => await bench.run('message.send', form, { items: numbered(ITEMS), ...extras });

describe('Retry in the list of executions', () => {
	it('sends only what an execution that failed has not sent, and puts out all items', async () => {
		await bench.fault([{ method: 'POST', path: '^/messages$', after: 7, times: 1, effect: 'status', status: 403 }]);
		const { saved, error } = await run();
		expect(error).toBeDefined();
		expect((await accepted()).length).toBeLessThan(ITEMS);

		const { items, status } = await run({ retried: saved });
		expect(status).toBe('success');
		expect(await accepted()).toEqual(each(ITEMS));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(each(ITEMS).map((_, item) => ({ item })));
		expect(new Set(items.map(({ json }) => json.messageId)).size).toBe(ITEMS);
	});

	it('sends again what may have been sent, as a person decides who retries', async () => {
		await bench.fault([{ method: 'POST', path: '^/messages$', times: 1, effect: 'lostAnswer' }]);
		const { saved, error } = await bench.run('message.send', form, { items: numbered(1) });
		expect(error?.description).toContain('Retry in the list of executions');
		await bench.run('message.send', form, { items: numbered(1), retried: saved });
		const requests = await bench.sandbox.requests({ provider: 'dialog360', path: '/messages' });
		expect(requests).toHaveLength(2);
	});

	it('sends again what was not delivered', async () => {
		const options = { waitForDelivery: true };
		const parameters = { to: CALLBELL_CUSTOMER, text: 'Hi #fail', options };
		const { saved, error } = await callbell.run('message.send', parameters);
		expect(error?.message).toContain('could not deliver');
		await callbell.run('message.send', parameters, { retried: saved });
		expect(await callbell.bodies()).toHaveLength(2);
	});

	it('leaves nothing behind with an execution that succeeded', async () => {
		await bench.fault([{ method: 'POST', path: '^/messages$', after: 7, times: 1, effect: 'status', status: 403 }]);
		const { saved } = await run();
		expect(JSON.stringify(saved!.executionData!.contextData)).toContain('sent in run 0');
		const { items, saved: again } = await run({ retried: saved });
		expect([items.length, again]).toEqual([ITEMS, undefined]);
		expect(saved!.executionData!.contextData['node:Node']).toEqual({});
	});
});
