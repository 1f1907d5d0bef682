import type { IDataObject } from 'n8n-workflow';
import { METADATA, messagesChange, WABA_ID } from '../../../../sandbox/dialog360/webhooks/envelope';
import type { Change } from '../../../../sandbox/dialog360/webhooks/envelope';
import { MESSAGE_SAMPLES, OTHER_SAMPLES, sampleChange } from '../../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../../engine';
import { deliver, SIGNED, startManual } from '../../trigger';

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

describe('other events', () => {
	it.each<[string, IDataObject]>([
		['error', { event: 'error', errorCode: '130429', errorTitle: 'Rate limit hit', errorCause: expect.any(String) }],
		[
			'message_template_status_update',
			{
				change: 'REJECTED',
				reason: 'INVALID_FORMAT',
				templateId: '1689556908129832',
				templateName: 'order_update',
				templateLanguage: 'en_US',
			},
		],
		['message_template_quality_update', { quality: 'YELLOW', previousQuality: 'GREEN' }],
		['template_category_update', { category: 'MARKETING', previousCategory: 'UTILITY' }],
		['phone_number_quality_update', { change: 'FLAGGED', limit: 'TIER_10K', phoneNumber: '15550783881' }],
		['account_update', { change: 'VERIFIED_ACCOUNT', phoneNumber: '15550783881' }],
		['calls', { phoneNumberId: METADATA.phone_number_id }],
	])('of the field %s have what changed', async (kind, fields) => {
		const change = OTHER_SAMPLES[kind]!();
		expect(await outputOf(change)).toMatchObject({
			event: kind,
			provider: 'dialog360',
			accountId: WABA_ID,
			...fields,
			raw: { id: WABA_ID, ...change },
		});
	});

	it('never carry what n8n would take for a failed item', async () => {
		for (const kind of [...Object.keys(MESSAGE_SAMPLES), ...Object.keys(OTHER_SAMPLES), 'status']) {
			expect(await outputOf(sampleChange(kind)!)).not.toHaveProperty('error');
		}
	});

	it('of fields with oddities in them are answered, and those that hold nothing start nothing', async () => {
		const odd = [
			null,
			3,
			'x',
			[],
			{},
			{ entry: 'x' },
			{ entry: [] },
			{
				entry: [
					null,
					3,
					{ changes: 'x' },
					{ changes: [null, { field: 'messages', value: { messages: [null, 'x', {}] } }] },
				],
			},
		];
		for (const body of odd.slice(4)) expect((await trigger.call(JSON.stringify(body), SIGNED)).status).toBe(200);
		for (const body of odd.slice(0, 4)) expect((await trigger.call(JSON.stringify(body), SIGNED)).status).toBe(400);
		expect(trigger.runs).toEqual([]);
		const parts = { id: 7, type: { a: 1 }, context: 'x', referral: 'y', image: [], timestamp: 'never' };
		for (const kind of [undefined, 'image', 'contacts', 'interactive', 'edit', 'unsupported']) {
			expect(
				await deliver(
					trigger,
					messagesChange({ contacts: 'x', messages: [{ ...parts, id: `odd-${kind}`, type: kind }] }),
				),
			).toBe(200);
		}
		expect(trigger.runs).toHaveLength(6);
	});
});
