import type { IDataObject } from 'n8n-workflow';
import { messagesChange, WABA_ID } from '../../../../sandbox/dialog360/webhooks/envelope';
import { messageChange } from '../../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../../engine';
import { deliver, SIGNED, startManual } from '../../trigger';

let trigger: TriggerBench;
beforeEach(async () => {
	trigger = await startManual({
		events: ['account', 'error', 'message', 'other', 'phoneNumber', 'template'],
		otherEvents: 'flows, security',
	});
});
afterEach(async () => await trigger.stop());

async function outputOf(field: string, value: object): Promise<IDataObject> {
	expect(await deliver(trigger, { field, value })).toBe(200);
	return trigger.runs.at(-1)!;
}

describe('what happened to the account, a number or a template', () => {
	it.each<[string, object, IDataObject]>([
		[
			'account_alerts',
			{ entity_type: 'PHONE_NUMBER', entity_id: 77, alert_severity: 'CRITICAL', alert_status: 'NONE', alert_type: 'X' },
			{ entityType: 'PHONE_NUMBER', entityId: '77', alertSeverity: 'CRITICAL', alertStatus: 'NONE', alertType: 'X' },
		],
		[
			'account_update',
			{ event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } },
			{ change: 'ACCOUNT_VIOLATION', violationType: 'SPAM' },
		],
		[
			'account_update',
			{ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'June 2, 2026' } },
			{ banState: 'SCHEDULE_FOR_DISABLE', banDate: 'June 2, 2026' },
		],
		[
			'account_update',
			{
				event: 'ACCOUNT_RESTRICTION',
				restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1790000000 }],
			},
			{
				restrictionType: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
				restrictionExpires: '2026-09-21T14:13:20.000Z',
				restrictions: [expect.objectContaining({ expiration: 1790000000 })],
			},
		],
		[
			'account_update',
			{ event: 'PARTNER_REMOVED', disconnection_info: { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' } },
			{ change: 'PARTNER_REMOVED', reason: 'PRIMARY_INACTIVITY', disconnectedBy: 'SYSTEM' },
		],
		['account_review_update', { decision: 'REJECTED' }, { change: 'REJECTED' }],
		[
			'business_capability_update',
			{ max_daily_conversation_per_phone: 1000, max_phone_numbers_per_business: 2 },
			{ maxDailyConversations: 1000, maxPhoneNumbers: 2 },
		],
		[
			'phone_number_name_update',
			{ display_phone_number: '1555', decision: 'REJECTED', requested_verified_name: 'Shop', rejection_reason: 'BAD' },
			{ phoneNumber: '1555', change: 'REJECTED', verifiedName: 'Shop', reason: 'BAD' },
		],
		[
			'message_template_status_update',
			{
				event: 'REJECTED',
				message_template_id: 12,
				reason: 'INVALID_FORMAT',
				message_template_category: 'UTILITY',
				rejection_info: { reason: 'Two variables in a row', recommendation: 'Put words between' },
			},
			{
				templateId: '12',
				reason: 'INVALID_FORMAT',
				category: 'UTILITY',
				rejectionReason: 'Two variables in a row',
				recommendation: 'Put words between',
			},
		],
		[
			'message_template_components_update',
			{ message_template_id: 12, message_template_element: 'Hi {{1}}', message_template_footer: 'Bye' },
			{ templateText: 'Hi {{1}}', templateFooter: 'Bye' },
		],
		[
			'flows',
			{ event: 'FLOW_STATUS_CHANGE', flow_id: '9', old_status: 'DRAFT', new_status: 'PUBLISHED', errors: [] },
			{ change: 'FLOW_STATUS_CHANGE', flowId: '9', previousStatus: 'DRAFT', newStatus: 'PUBLISHED' },
		],
	])('is flat for %s with %j', async (field, value, facts) => {
		expect(await outputOf(field, value)).toMatchObject({ event: field, accountId: WABA_ID, ...facts, raw: { value } });
	});

	it('has no fields of what was not said', async () => {
		expect(Object.keys(await outputOf('account_update', { event: 'ACCOUNT_DELETED' }))).toEqual([
			'event',
			'provider',
			'accountId',
			'timestamp',
			'phoneNumberId',
			'phoneNumber',
			'change',
			'raw',
		]);
	});

	it('keeps the digits of IDs that come as numbers, in raw too', async () => {
		const value = '{"event":"PAUSED","message_template_id":90071992547409931,"old":[12345678901234567]}';
		const body = `{"entry":[{"id":12345678901234567890,"changes":[{"field":"message_template_status_update","value":${value}}]}]}`;
		await trigger.call(body, SIGNED);
		expect(trigger.runs[0]).toMatchObject({
			accountId: '12345678901234567890',
			templateId: '90071992547409931',
			raw: { value: { message_template_id: '90071992547409931', old: ['12345678901234567'] } },
		});
	});
});

describe('what went wrong', () => {
	const error = { code: 131052, title: 'Media download error' };

	it.each<[string, object, string | null]>([
		['beside the code', { ...error, details: 'It is gone' }, 'It is gone'],
		['in the error data', { ...error, error_data: { details: 'It is gone' }, details: '' }, 'It is gone'],
		['nowhere', { ...error, message: 'Download failed' }, 'Download failed'],
		['nowhere but in the title', { ...error, message: '' }, 'Media download error'],
	])('with a message of any type has its details %s', async (_, one, errorMessage) => {
		for (const kind of ['image', 'text', 'order', 'interactive', 'hologram']) {
			await deliver(trigger, messageChange(kind, { type: kind, errors: [one] }));
			expect(trigger.runs.at(-1)).toMatchObject({ contentType: kind, errorCode: '131052', errorMessage });
			expect(trigger.runs.at(-1)).not.toHaveProperty('error');
		}
	});

	it('beside the only message of a call belongs to it, too', async () => {
		const message = { from: '1', id: 'm1', type: 'interactive' };
		await deliver(trigger, messagesChange({ messages: [message], errors: [error] }));
		expect(trigger.runs).toMatchObject([
			{ event: 'message', kind: null, errorCode: '131052' },
			{ event: 'error', errorCode: '131052' },
		]);
	});

	it('with a message that went well is not there', async () => {
		await deliver(trigger, messageChange('text'));
		expect(trigger.runs[0]).not.toHaveProperty('errorCode');
	});

	it('with an unknown message is that it is unsupported, where WhatsApp says so', async () => {
		const fields = { type: 'unknown', text: undefined };
		await deliver(trigger, messageChange('unsupported', { ...fields, unsupported: undefined }));
		expect(trigger.runs[0]).toMatchObject({ kind: 'unsupported', text: '[Unsupported content: unknown]' });
		await deliver(trigger, messageChange('text', { ...fields, errors: [{ code: 130501 }] }));
		expect(trigger.runs[1]).toMatchObject({ kind: 'unknown', errorCode: '130501' });
	});
});

describe('a kind of message', () => {
	it.each<[string, IDataObject]>([
		[
			'call_permission_reply',
			{ kind: 'callPermission', callPermission: 'accept', callPermissionExpires: '2026-09-28T12:53:20.000Z' },
		],
		['call_permission_refused', { kind: 'callPermission', callPermission: 'reject', callPermissionExpires: null }],
		['shared_number', { kind: 'sharedPhoneNumber', contentType: 'contacts', sharedPhoneNumber: '16505551234' }],
		['contacts', { kind: 'contact', contentType: 'contacts' }],
		['lost_file', { kind: 'media', mediaId: '1003383421387256', errorMessage: 'The file is no longer there' }],
	])('like %s has its fields', async (sample, fields) => {
		await deliver(trigger, messageChange(sample));
		expect(trigger.runs[0]).toMatchObject(fields);
	});

	it.each(['callPermission', 'sharedPhoneNumber'])('can be all that is wanted: %s', async (kind) => {
		await trigger.stop();
		trigger = await startManual({ filters: { kinds: [kind] } });
		for (const sample of ['text', 'contacts', 'shared_number', 'call_permission_reply', 'button_reply'])
			await deliver(trigger, messageChange(sample));
		expect(trigger.runs.map((item) => item.kind)).toEqual([kind]);
	});

	it('that is shared by other signs is known as well', async () => {
		for (const where of [{ context: { origin: 'contact_request' } }, { contacts: [{ origin: 'contact_request' }] }]) {
			await deliver(trigger, messageChange('contacts', where));
			expect(trigger.runs.at(-1)).toMatchObject({ kind: 'sharedPhoneNumber' });
		}
	});

	it('that is missing is null, and no word is made of it', async () => {
		const without = { type: undefined, text: undefined };
		await deliver(trigger, messageChange('text', without), messageChange('text', { type: 'interactive' }));
		expect(trigger.runs).toMatchObject([
			{ kind: null, contentType: null },
			{ kind: null, contentType: 'interactive' },
		]);
		expect(JSON.stringify(trigger.runs)).not.toMatch(/undefined|\[object/);
	});
});
