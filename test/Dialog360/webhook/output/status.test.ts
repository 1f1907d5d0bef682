import type { IDataObject } from 'n8n-workflow';
import { UNMARKED } from '../../../../nodes/shared/delivery/mark';
import { METADATA, WABA_ID } from '../../../../sandbox/dialog360/webhooks/envelope';
import type { Change } from '../../../../sandbox/dialog360/webhooks/envelope';
import { statusChange } from '../../../../sandbox/dialog360/webhooks/samples';
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

describe('a status', () => {
	it('is the delivery status, with the cause of a failure and the next step', async () => {
		const errors = [
			{
				code: 131047,
				title: 'Re-engagement message',
				message: 'Re-engagement message',
				error_data: { details: 'More than 24 hours have passed' },
				href: 'x',
			},
		];
		const change = statusChange({
			id: 'wamid.9',
			status: 'failed',
			timestamp: '1750030073',
			errors,
			biz_opaque_callback_data: 'order 7',
		});
		const output = await outputOf(change);
		expect(output).toEqual({
			messageId: 'wamid.9',
			conversationId: '106540352242922:16505551234',
			recipient: '16505551234',
			status: 'failed',
			isFinal: true,
			errorCode: '131047',
			errorMessage: 'More than 24 hours have passed',
			provider: 'dialog360',
			providerStatus: 'failed',
			timestamp: '2025-06-15T23:27:53.000Z',
			event: 'status',
			errorTitle: 'Re-engagement message',
			errorDetails: 'More than 24 hours have passed',
			errorCause: expect.stringContaining('24 hours'),
			nextStep: expect.stringContaining('Send Template'),
			recipientId: null,
			recipientParentId: null,
			name: null,
			username: null,
			trackingText: 'order 7',
			...UNMARKED,
			pricingCategory: 'marketing',
			pricingType: 'regular',
			isBillable: true,
			groupId: null,
			phoneNumberId: METADATA.phone_number_id,
			phoneNumber: METADATA.display_phone_number,
			raw: { id: WABA_ID, ...change },
		});
		expect(Object.keys(output).slice(0, 10)).toEqual([
			'messageId',
			'conversationId',
			'recipient',
			'status',
			'isFinal',
			'errorCode',
			'errorMessage',
			'provider',
			'providerStatus',
			'timestamp',
		]);
	});

	it.each([
		['sent', 'sent', false],
		['delivered', 'delivered', true],
		['read', 'read', true],
		['played', 'read', true],
		['teleported', 'unknown', false],
	])('that is %s is %s', async (providerStatus, status, isFinal) => {
		expect(await outputOf(statusChange({ status: providerStatus }))).toMatchObject({
			providerStatus,
			status,
			isFinal,
			errorCode: null,
			nextStep: null,
		});
	});

	it('of a message with a mark says what sent it, and has no tracking text', async () => {
		const output = await outputOf(statusChange({ biz_opaque_callback_data: 'n8n:wf:4711:node:2:13.1' }));
		expect(output).toMatchObject({
			trackingText: null,
			workflowId: 'wf',
			executionId: '4711',
			nodeId: 'node',
			runIndex: 2,
			itemIndex: 13,
		});
	});

	it('of a group is about a participant', async () => {
		const change = statusChange({
			recipient_type: 'group',
			recipient_id: 'group-1',
			recipient_participant_id: '16505551234',
		});
		expect(await outputOf(change)).toMatchObject({
			groupId: 'group-1',
			recipient: '16505551234',
			conversationId: '106540352242922:group-1',
		});
	});

	it('of somebody who hides the phone number has an ID instead', async () => {
		const change = statusChange({ recipient_id: undefined, recipient_user_id: 'US.1' });
		expect(await outputOf(change)).toMatchObject({ recipient: 'US.1', conversationId: '106540352242922:US.1' });
	});
});
