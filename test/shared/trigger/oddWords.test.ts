import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { MESSAGE_SAMPLES, OTHER_SAMPLES, sampleChange } from '../../../sandbox/dialog360/webhooks/samples';
import { callBody } from '../../../sandbox/dialog360/webhooks/envelope';
import * as callbell from '../../Callbell/trigger';
import * as dialog360 from '../../Dialog360/trigger';
import type { TriggerBench } from '../../engine';
import * as partoo from '../../Partoo/trigger';

/** Words that stand in every object, and what cannot be made a text. */
const ODDITIES: unknown[] = ['constructor', '__proto__', 'valueOf', 'toString', { toString: 1 }, [[]], 1e99, ''];

const ALL_STATUSES = ['failed', 'sent', 'delivered', 'read', 'other'];

interface Odd {
	provider: string;
	start(): Promise<TriggerBench>;
	deliver(trigger: TriggerBench, event: never): Promise<number>;
	samples: IDataObject[];
}

const providers: Odd[] = [
	{
		provider: 'Partoo',
		start: async () =>
			await partoo.startTrigger({
				events: ['message_updated', 'message_created', 'lead_received', 'review_created', 'business_updated', 'other'],
				otherEvents: 'constructor, valueOf, __proto__, toString',
				filters: {
					statuses: ['Failed', 'Success', 'Sending', 'other'],
					updatedSenders: ['Consumer', 'User', 'other'],
					senders: ['Consumer', 'User', 'other'],
					ignoreRepeatedFailures: true,
				},
			} as INodeParameters),
		deliver: async (trigger, event) => await partoo.deliver(trigger, event),
		samples: [
			partoo.messageEvent({ status: 'Failed' }),
			partoo.created(),
			{ type: 'lead_received', payload: { id: 1, source: 'chatbot', values: [{ name: 'City', value: 'Paris' }] } },
			{ type: 'review_created', payload: { review: { key: 'r', org_id: 42, rating: 5, state: 'new' } } },
			{ type: 'business_updated', payload: { business: { id: 'b', name: 'Shop', status: 'open' } } },
		],
	},
	{
		provider: 'Callbell',
		start: async () =>
			await callbell.startTrigger({
				events: ['message_created', 'message_status_updated', 'contact_updated', 'conversation_closed', 'other'],
				otherEvents: 'constructor, valueOf, __proto__, toString',
				filters: { directions: ['received', 'sent'], statuses: ALL_STATUSES },
			} as INodeParameters),
		deliver: async (trigger, event) => await callbell.deliver(trigger, event),
		samples: [
			callbell.created({ attachments: ['https://x.example.com/a.png'] }),
			callbell.updated(),
			{ event: 'contact_updated', payload: callbell.CONTACT },
			{ event: 'conversation_closed', payload: { contact: callbell.CONTACT, closingReason: 'done' } },
		],
	},
	{
		provider: '360dialog',
		start: async () =>
			await dialog360.startManual({
				events: ['message', 'status', 'error', 'echo', 'template', 'account', 'phoneNumber', 'other'],
				otherEvents: 'constructor, valueOf, __proto__, toString',
				filters: { statuses: [...ALL_STATUSES, 'played'] },
			} as INodeParameters),
		deliver: async (trigger, change) => await dialog360.deliver(trigger, change),
		samples: [...Object.keys(MESSAGE_SAMPLES), ...Object.keys(OTHER_SAMPLES)].map(
			sampleChange,
		) as unknown as IDataObject[],
	},
];

/** The value with one of its leaves, or of its keys, exchanged: each in turn. */
function* exchanged(value: unknown, oddity: unknown): Generator<unknown> {
	if (typeof value !== 'object' || value === null) return yield oddity;
	for (const [key, inner] of Object.entries(value)) {
		for (const other of exchanged(inner, oddity)) {
			const copy = structuredClone(value) as Record<string, unknown>;
			copy[key] = other;
			yield copy;
		}
		if (typeof oddity !== 'string' || Array.isArray(value)) continue;
		const { [key]: moved, ...rest } = value as Record<string, unknown>;
		yield JSON.parse(
			JSON.stringify(rest).replace(
				/\}$/,
				`${Object.keys(rest).length ? ',' : ''}"${oddity}":${JSON.stringify(moved)}}`,
			),
		);
	}
}

let trigger: TriggerBench;
afterEach(async () => await trigger.stop());

describe.each(providers)('an event of $provider', ({ start, deliver, samples }) => {
	it.each(ODDITIES)('is judged and read with %j in any of its fields', async (oddity) => {
		trigger = await start();
		const odd = samples.flatMap((sample) => [...exchanged(sample, oddity)]);
		expect(odd.length).toBeGreaterThan(50);
		const statuses = new Set<number>();
		for (const event of odd) statuses.add(await deliver(trigger, event as never));
		// 400 is for a type that is none.
		expect([...statuses].filter((status) => status !== 200 && status !== 400)).toEqual([]);
		expect(trigger.logs.filter(({ level }) => level === 'error')).toEqual([]);
	});
});

describe('a call of 360dialog with several messages', () => {
	const ids = () => trigger.runs.map(({ messageId }) => messageId);
	const text = (id: string, odd: object = {}) => ({ id, from: '49151', type: 'text', text: { body: 'Hi' }, ...odd });
	const call = async (...messages: object[]) =>
		(await trigger.call(callBody([{ field: 'messages', value: { messages } }]), dialog360.SIGNED)).status;

	it.each(['valueOf', 'constructor', '__proto__'])('holds none back for one of type %s', async (type) => {
		trigger = await dialog360.startManual();
		expect(await call(text('1'), text('2', { type }), text('3'))).toBe(200);
		expect(ids()).toEqual(['1', '2', '3']);
		expect(trigger.runs[1]).toMatchObject({ kind: type, text: `[Unhandled content: ${type}]` });
	});

	it('holds none back for one that cannot be read, which is passed on as it came', async () => {
		trigger = await dialog360.startManual();
		const levels = 20_000;
		const nested = '{"type":"edit","edit":{"message":'.repeat(levels) + '{}' + '}}'.repeat(levels);
		const messages = `[${JSON.stringify(text('1'))},${nested},${JSON.stringify(text('3'))}]`;
		const body = `{"entry":[{"changes":[{"field":"messages","value":{"messages":${messages}}}]}]}`;
		expect((await trigger.call(body, dialog360.SIGNED)).status).toBe(200);
		expect(trigger.runs.map(({ event, messageId }) => [event, messageId])).toEqual([
			['message', '1'],
			['message', undefined],
			['message', '3'],
		]);
		expect(Object.keys(trigger.runs[1]!)).toEqual(['event', 'raw']);
	});
});
