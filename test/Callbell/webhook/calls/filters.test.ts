import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { TriggerBench } from '../../../engine';
import { created, deliver, startTrigger, updated } from '../../trigger';

let trigger: TriggerBench;
afterEach(async () => await trigger.stop());

const BOTH = ['message_created', 'message_status_updated'];
const CHANNEL = '35f6f8cc-b550-4278-a2ea-099f3a4e0730';
const byId = (value: string) => ({ __rl: true, mode: 'id', value }) as never;

/** Which of the events start a trigger with these parameters; each event is about a message of its own. */
async function starts(parameters: INodeParameters, ...events: IDataObject[]): Promise<boolean[]> {
	trigger = await startTrigger(parameters);
	const started: boolean[] = [];
	for (const [index, event] of events.entries()) {
		const payload = event.payload as IDataObject;
		const before = trigger.runs.length;
		expect(
			await deliver(trigger, { ...event, payload: { ...payload, ...('uuid' in payload && { uuid: `m${index}` }) } }),
		).toBe(200);
		started.push(trigger.runs.length > before);
	}
	return started;
}

describe('without any settings', () => {
	it('messages that came in start, and nothing else does', async () => {
		const others = [
			created({ status: 'sent' }),
			updated(),
			{ event: 'contact_created', payload: {} },
			{ event: 'Message_Created', payload: {} },
		];
		expect(await starts({}, created(), ...others)).toEqual([true, false, false, false, false]);
	});

	it('of statuses the final ones start', async () => {
		const statuses = ['enqueued', 'sent', 'mismatch', 'deleted', 'played', 'delivered', 'read', 'failed'];
		const started = await starts({ events: BOTH }, ...statuses.map((status) => updated({ status })));
		expect(statuses.filter((_, index) => started[index])).toEqual(['delivered', 'read', 'failed']);
	});
});

describe('a filter', () => {
	it.each([
		[['sent'], [false, true]],
		[
			['received', 'sent'],
			[true, true],
		],
		[[], [true, false]],
	])('of directions %j lets through what it names; an empty one is none', async (directions, expected) => {
		expect(await starts({ filters: { directions } }, created(), created({ status: 'sent' }))).toEqual(expected);
	});

	it('of statuses does not hold back messages, and one of directions no statuses', async () => {
		expect(
			await starts(
				{ events: BOTH, filters: { statuses: ['failed'], directions: ['sent'] } },
				created({ status: 'sent' }),
				updated({ status: 'sent' }),
				updated({ status: 'failed' }),
			),
		).toEqual([true, false, true]);
	});

	it('of statuses has a word for those of later', async () => {
		expect(
			await starts(
				{ events: BOTH, filters: { statuses: ['other'] } },
				updated({ status: 'played' }),
				updated({ status: 'sent' }),
			),
		).toEqual([true, false]);
	});

	it('of channel kinds does not look at the case, and takes kinds of later', async () => {
		const events = ['whatsapp', 'WhatsApp', 'telegram', 'sms'].map((channel) => created({ channel }));
		expect(await starts({ filters: { channels: ['whatsapp', 'sms'] } }, ...events)).toEqual([true, true, false, true]);
	});

	it('of a channel takes one or several IDs, with dashes or without', async () => {
		const other = created({}, { channel: { uuid: 'ad42a09715814e6483b1c5debd6a2dbc', type: 'whatsapp' } });
		const third = created({}, { channel: { uuid: 'x' } });
		expect(
			await starts({ filters: { channelId: byId(CHANNEL.replaceAll('-', '')) } }, created(), other, third),
		).toEqual([true, false, false]);
		await trigger.stop();
		expect(
			await starts(
				{ filters: { channelId: byId(`${CHANNEL}, ad42a097-1581-4e64-83b1-c5debd6a2dbc`) } },
				created(),
				other,
				third,
			),
		).toEqual([true, true, false]);
		await trigger.stop();
		expect(await starts({ filters: { channelId: byId('') } }, third)).toEqual([true]);
	});

	it('of a team looks at the contact’s, and at the one that a colleague joined', async () => {
		const joined = (uuid: string) => ({
			event: 'team_membership_updated',
			payload: { team: { uuid }, user: { email: 'a@b.c' }, reason: 'agent_added' },
		});
		const parameters = { events: ['message_created', 'team_membership_updated'], filters: { teamId: byId('c4a1') } };
		expect(
			await starts(parameters, created(), created({}, { team: { uuid: 'd5' } }), joined('c4a1'), joined('d5')),
		).toEqual([true, false, true, false]);
	});

	it('lets through what tells neither channel nor team', async () => {
		const events = ['contact_deleted', 'agent_session_updated'];
		const filters = { channels: ['telegram'], channelId: byId('other'), teamId: byId('other') };
		const deleted = { event: 'contact_deleted', payload: { uuid: 'x', deleted: '2026-01-01T00:00:00Z' } };
		const session = { event: 'agent_session_updated', payload: { action: 'user_logged_in', user: { email: 'a@b.c' } } };
		expect(await starts({ events, filters }, deleted, session)).toEqual([true, true]);
	});
});
