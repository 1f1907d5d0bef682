import type { IDataObject } from 'n8n-workflow';
import { samplePayload } from '../../../../sandbox/callbell/webhooks/payloads';
import { EVENTS } from '../../../../sandbox/callbell/webhooks/registry';
import { CONTACT, created } from '../../trigger';
import { ABOUT, CONVERSATION, useOutput } from './useOutput';

const { outputOf, restart } = useOutput();

describe('anything else', () => {
	it('about a contact has its fields', async () => {
		const event = { event: 'contact_updated', payload: { ...CONTACT, note: 'Vegan' } };
		expect(await outputOf(event)).toEqual({
			event: 'contact_updated',
			provider: 'callbell',
			conversationId: CONVERSATION,
			timestamp: '2022-10-12T15:57:16.000Z',
			...ABOUT,
			customFields: { City: 'Paris' },
			note: 'Vegan',
			repeatKey: expect.stringMatching(/^[0-9a-f]{64}$/),
			raw: event,
		});
	});

	it('about a deleted contact has its ID and the date', async () => {
		const event = { event: 'contact_deleted', payload: { uuid: 'c1', deleted: '2026-01-02T03:04:05Z' } };
		expect(await outputOf(event)).toMatchObject({
			contactId: 'c1',
			timestamp: '2026-01-02T03:04:05.000Z',
			conversationId: 'c1',
		});
	});

	it('about a conversation has the reason why it was closed', async () => {
		const payload = {
			source: 'whatsapp',
			href: 'https://dash/chat',
			contact: CONTACT,
			createdAt: '2023-11-20T17:14:22Z',
			closedAt: '2023-11-20T18:14:22Z',
			closingReason: 'issue_resolved',
		};
		expect(await outputOf({ event: 'conversation_closed', payload })).toMatchObject({
			closingReason: 'issue_resolved',
			contactId: CONTACT.uuid,
			timestamp: '2023-11-20T18:14:22.000Z',
		});
	});

	it('about colleagues has who they are and what they did', async () => {
		const user = {
			email: 'john@example.com',
			name: 'John',
			available: false,
			lastUpdatedAt: '2024-02-21T12:02:47Z',
			userCustomStatus: { name: 'Vacationing' },
		};
		expect(await outputOf({ event: 'agent_status_updated', payload: user })).toMatchObject({
			userEmail: 'john@example.com',
			isAvailable: false,
			customStatus: 'Vacationing',
			action: null,
			timestamp: '2024-02-21T12:02:47.000Z',
		});
		expect(
			await outputOf({ event: 'agent_session_updated', payload: { action: 'user_logged_in', user } }),
		).toMatchObject({ userEmail: 'john@example.com', action: 'user_logged_in' });
		const joined = {
			team: { uuid: 't1', name: 'Support' },
			user,
			reason: 'agent_added',
			lastUpdateAt: '2024-02-21T18:34:18Z',
		};
		expect(await outputOf({ event: 'team_membership_updated', payload: joined })).toMatchObject({
			action: 'agent_added',
			teamId: 't1',
			teamName: 'Support',
			timestamp: '2024-02-21T18:34:18.000Z',
		});
	});

	it('that Callbell added later comes with all that was sent, whatever that is', async () => {
		for (const [index, payload] of [undefined, null, 'text', 3, [], {}, { contact: null, status: {} }].entries()) {
			const event = { event: 'odd', payload, index } as IDataObject;
			expect(await outputOf(event)).toMatchObject({
				event: 'odd',
				provider: 'callbell',
				raw: JSON.parse(JSON.stringify(event)),
			});
		}
	});
});

describe('a payload without its envelope', () => {
	it.each(EVENTS)('is known for %s, but for new contacts', async (event) => {
		const payload = samplePayload(event) as IDataObject;
		const seen = await outputOf(payload);
		expect(seen).toMatchObject({ event: event === 'contact_created' ? 'contact_updated' : event, raw: payload });
	});

	it('of a new contact is known to a trigger that has subscribed to those alone', async () => {
		await restart({ events: ['contact_created'] });
		expect(await outputOf(samplePayload('contact_created') as IDataObject)).toMatchObject({ event: 'contact_created' });
	});

	it('says the same as one with it', async () => {
		const bare = await outputOf(created().payload as IDataObject);
		const { raw, ...rest } = await outputOf(created({ uuid: 'other' }));
		expect(bare).toMatchObject({ ...rest, messageId: bare.messageId, repeatKey: bare.repeatKey });
		expect(raw).toEqual(created({ uuid: 'other' }));
	});
});

it('with Raw Only is what Callbell sent and nothing else', async () => {
	await restart({ options: { rawOnly: true } });
	expect(await outputOf(created())).toEqual(created());
});
