import type { TriggerBench } from '../../../engine';
import { created, deliver, messageEvent, startTrigger } from '../../trigger';

let trigger: TriggerBench;
const start = async (...given: Parameters<typeof startTrigger>) => (trigger = await startTrigger(...given));
afterEach(async () => await trigger?.stop());

const statusesOf = () => trigger.runs.map(({ providerStatus }) => providerStatus);

describe('a repeated call', () => {
	it('starts nothing and is answered with 200', async () => {
		await start();
		for (let call = 0; call < 6; call++) expect(await deliver(trigger, messageEvent())).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('starts nothing when both come at the same time', async () => {
		await start();
		await Promise.all(Array.from({ length: 20 }, async () => await deliver(trigger, messageEvent())));
		expect(trigger.runs).toHaveLength(1);
	});

	it('is told from a change: failed, sending, failed are three', async () => {
		await start({ filters: { statuses: ['Failed', 'Sending', 'Success'] } });
		for (const status of ['Failed', 'Failed', 'Sending', 'Sending', 'Failed', 'Failed', 'Success'])
			await deliver(trigger, messageEvent({ status }));
		expect(statusesOf()).toEqual(['Failed', 'Sending', 'Failed', 'Success']);
	});

	it('is told from a change that the filters held back', async () => {
		await start();
		for (const status of ['Failed', 'Sending', 'Failed']) await deliver(trigger, messageEvent({ status }));
		expect(statusesOf()).toEqual(['Failed', 'Failed']);
	});

	it('of a failure that was retried starts nothing where that is wanted', async () => {
		await start({ filters: { statuses: ['Failed', 'Success'], ignoreRepeatedFailures: true } });
		for (const status of ['Failed', 'Sending', 'Failed', 'Success', 'Failed'])
			await deliver(trigger, messageEvent({ status }));
		await deliver(trigger, messageEvent({ id: 2, status: 'Failed' }));
		expect(statusesOf()).toEqual(['Failed', 'Success', 'Failed']);
	});

	it('is none of another message that failed, where neither has an ID', async () => {
		await start({ filters: { ignoreRepeatedFailures: true } });
		for (const content of ['One', 'Two']) await deliver(trigger, messageEvent({ id: null, content, status: 'Failed' }));
		expect(trigger.runs).toHaveLength(2);
	});

	it('is one of the same message only', async () => {
		await start();
		for (const id of [1, 2, 3, 1]) await deliver(trigger, messageEvent({ id }));
		expect(trigger.runs).toHaveLength(3);
	});

	it.each([{ is_deleted: true }, { content: 'Changed' }, { is_automated: false }])(
		'is none when %j changed',
		async (change) => {
			await start();
			await deliver(trigger, messageEvent());
			await deliver(trigger, messageEvent(change));
			expect(trigger.runs).toHaveLength(2);
		},
	);

	it('of a creation is known after an update came in between', async () => {
		await start({ events: ['message_created', 'message_updated'] });
		await deliver(trigger, created());
		await deliver(trigger, messageEvent({ sender_type: 'Consumer' }));
		await deliver(trigger, created());
		expect(trigger.runs.map(({ event }) => event)).toEqual(['message_created', 'message_updated']);
	});

	it('of a lead, a review or a business is known too', async () => {
		await start({ events: ['lead_received', 'review_updated', 'business_updated', 'other'], otherEvents: 'odd' });
		const events = [
			{ type: 'lead_received', payload: { id: 1 } },
			{ type: 'review_updated', payload: { review: { key: 'r1', rating: 5 } } },
			{ type: 'business_updated', payload: { business: { id: 'b1', name: 'One' } } },
			{ type: 'odd', payload: {} },
			{ type: 'odd', payload: { x: 1 } },
		];
		for (const event of [...events, ...events]) await deliver(trigger, event);
		expect(trigger.runs).toHaveLength(events.length);
		await deliver(trigger, { type: 'business_updated', payload: { business: { id: 'b1', name: 'Two' } } });
		await deliver(trigger, events[2]);
		expect(trigger.runs).toHaveLength(events.length + 2);
	});

	it('starts the run when n8n could not save the first one', async () => {
		await start();
		trigger.server.canSave = false;
		expect(await deliver(trigger, messageEvent())).toBe(500);
		trigger.server.canSave = true;
		expect(await deliver(trigger, messageEvent())).toBe(200);
		expect(await deliver(trigger, messageEvent())).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('starts a test each time somebody listens', async () => {
		await start({}, { isTest: true });
		await deliver(trigger, messageEvent());
		await deliver(trigger, messageEvent());
		expect(trigger.runs).toHaveLength(2);
	});

	it('is remembered by workflow', async () => {
		await start({}, { workflowId: 'first' });
		await deliver(trigger, messageEvent());
		await trigger.stop();
		await start({}, { workflowId: 'second' });
		await deliver(trigger, messageEvent());
		expect(trigger.runs).toHaveLength(1);
		await trigger.stop();
		await start({}, { workflowId: 'first' });
		await deliver(trigger, messageEvent());
		expect(trigger.runs).toEqual([]);
	});

	it('cannot poison the memory without a signature', async () => {
		await start();
		await trigger.call(JSON.stringify(messageEvent()));
		await deliver(trigger, messageEvent());
		expect(trigger.runs).toHaveLength(1);
	});
});
