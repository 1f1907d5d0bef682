import type { IDataObject } from 'n8n-workflow';
import { messagesChange, WABA_ID } from '../../../../sandbox/dialog360/webhooks/envelope';
import type { Change } from '../../../../sandbox/dialog360/webhooks/envelope';
import { messageChange, OTHER_SAMPLES, statusChange } from '../../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../../engine';
import { deliver, startManual } from '../../trigger';

const ALL_STATUSES = ['delivered', 'failed', 'other', 'played', 'read', 'sent'];

const EVERYTHING = {
	events: ['account', 'echo', 'error', 'message', 'other', 'phoneNumber', 'status', 'template'],
	otherEvents: 'calls',
	filters: { statuses: ALL_STATUSES },
};

let trigger: TriggerBench;
beforeEach(async () => (trigger = await startManual(EVERYTHING)));
afterEach(async () => await trigger.stop());

async function outputOf(change: Change): Promise<IDataObject> {
	expect(await deliver(trigger, change)).toBe(200);
	return trigger.runs.at(-1)!;
}

describe('several things in one call', () => {
	const changes = () => [
		messagesChange({
			...messageChange('text').value,
			messages: [1, 2].map((number) => ({
				from: '1',
				id: `wamid.${number}`,
				type: 'text',
				text: { body: `${number}` },
			})),
		}),
		statusChange({ status: 'failed', id: 'wamid.3' }),
		OTHER_SAMPLES.account_update!(),
		messageChange('image', { id: 'wamid.4' }),
	];

	it('are an item each, in their order', async () => {
		await deliver(trigger, ...changes());
		expect(trigger.outputs).toHaveLength(1);
		expect(trigger.runs.map(({ event, messageId }) => messageId ?? event)).toEqual([
			'wamid.1',
			'wamid.2',
			'wamid.3',
			'account_update',
			'wamid.4',
		]);
		expect(trigger.runs[1]).toMatchObject({ raw: { value: { messages: [{ id: 'wamid.2' }] } } });
		expect((trigger.runs[1]!.raw as { value: { messages: object[] } }).value.messages).toHaveLength(1);
	});

	it('come out of an output of their own where the user wants that', async () => {
		await trigger.stop();
		trigger = await startManual({ ...EVERYTHING, options: { outputPerKind: true } });
		await deliver(trigger, ...changes());
		expect(trigger.outputs[0]!.map((items) => items.map(({ json }) => json.messageId ?? json.event))).toEqual([
			['wamid.1', 'wamid.2', 'wamid.4'],
			['wamid.3'],
			['account_update'],
		]);
	});

	it('are what 360dialog sent and nothing else with Raw Only', async () => {
		await trigger.stop();
		trigger = await startManual({ ...EVERYTHING, options: { rawOnly: true } });
		const change = messageChange('text');
		expect(await outputOf(change)).toEqual({ id: WABA_ID, ...change });
	});
});
