import type { InboxConversation } from '../../../sandbox/shared/inbox';
import type { WebhookCall } from '../../../sandbox/shared/webhooks/calls';
import { until } from '../useSandbox';
import { CUSTOMER as LENA, useWhatsApp } from './useWhatsApp';

const { control, send } = useWhatsApp();

type Value = Record<string, Array<Record<string, unknown>>>;

const conversation = async (path: string) =>
	(await control<{ conversation: InboxConversation }>('GET', `/inbox/${path}`)).body.conversation;
const act = async (path: string, action: string) =>
	(await control<InboxConversation>('POST', `/inbox/${path}/action`, { action })).status;

/** The values that 360dialog told, in their order. */
async function told(count: number): Promise<Value[]> {
	return await until(async () => {
		const { deliveries } = (await control<{ deliveries: WebhookCall[] }>('GET', '/dialog360/deliveries')).body;
		const values = deliveries.flatMap(({ body }) =>
			(JSON.parse(body) as { entry: Array<{ changes: Array<{ value: Value }> }> }).entry.flatMap(({ changes }) =>
				changes.map(({ value }) => value),
			),
		);
		return values.length === count && values;
	});
}

describe('a customer on WhatsApp', () => {
	beforeEach(async () => {
		await control('POST', '/dialog360/webhooks', { url: 'https://nobody.example/', headers: {} });
	});

	test('hides the phone number and shows it again, and is the same person', async () => {
		expect(await act(`dialog360/${LENA}`, 'show-number')).toBe(404);
		expect(await act(`dialog360/${LENA}`, 'hide-number')).toBe(200);
		await control('POST', `/inbox/dialog360/${LENA}/messages`, { text: 'Guess who' });
		expect((await conversation(`dialog360/${LENA}`)).subtitle).toMatch(/^DE\.\d+ · @lena\.kruger/);
		expect(await act(`dialog360/${LENA}`, 'show-number')).toBe(200);
		await control('POST', `/inbox/dialog360/${LENA}/messages`, { text: 'Me' });
		const [hidden, shown] = await told(2);
		expect(hidden!.messages![0]).not.toHaveProperty('from');
		expect(hidden!.contacts![0]).not.toHaveProperty('wa_id');
		expect(shown).toMatchObject({ contacts: [{ wa_id: LENA }], messages: [{ from: LENA }] });
		expect(shown!.messages![0]!.from_user_id).toBe(hidden!.messages![0]!.from_user_id);
	});

	test('changes the number, and then the ID', async () => {
		await act(`dialog360/${LENA}`, 'hide-number');
		await act(`dialog360/${LENA}`, 'show-number');
		await act(`dialog360/${LENA}`, 'new-number');
		await act(`dialog360/${LENA}`, 'new-user-id');
		const [number, id] = await told(2);
		const { system: first, from, from_user_id: old } = number!.messages![0] as Record<string, { user_id: string }>;
		expect(first).toMatchObject({ type: 'user_changed_number', wa_id: expect.stringMatching(/^\d+$/) });
		expect([from, old]).toEqual([LENA, expect.stringMatching(/^DE\./)]);
		const { system: second } = id!.messages![0] as Record<string, { user_id: string; previous_user_id: string }>;
		expect(second).toMatchObject({
			type: 'user_changed_user_id',
			previous_user_id: first!.user_id,
		});
	});

	test('stops and resumes marketing messages, and calls in vain', async () => {
		await act(`dialog360/${LENA}`, 'stop-marketing');
		expect((await conversation(`dialog360/${LENA}`)).subtitle).toContain('no marketing');
		await act(`dialog360/${LENA}`, 'resume-marketing');
		await act(`dialog360/${LENA}`, 'missed-call');
		const [stop, resume, calls] = await told(3);
		expect([stop, resume].map((value) => value!.user_preferences![0]!.value)).toEqual(['stop', 'resume']);
		expect(calls!.calls!.map(({ event }) => event)).toEqual(['connect', 'terminate']);
	});

	test('who stopped marketing messages gets none, and still what is no marketing', async () => {
		await control('POST', '/settings', { dialog360: { sentMs: 0, deliveredMs: 0 } });
		const coupon = [
			{ type: 'body', parameters: [{ type: 'text', text: '10 %' }] },
			{ type: 'button', sub_type: 'copy_code', index: 0, parameters: [{ type: 'coupon_code', coupon_code: 'TEN' }] },
		];
		const becomesOf = async (name: string, components: object[] = []) => {
			const { messages } = (await send('template', { name, language: { code: 'en_US' }, components })).body;
			return await until(async () => {
				const { deliveries } = (await control<{ deliveries: WebhookCall[] }>('GET', '/dialog360/deliveries')).body;
				const about = deliveries.map(({ body }) => body).filter((body) => body.includes(messages[0]!.id));
				return about.find((body) => /"(failed|delivered)"/.test(body));
			});
		};
		await act(`dialog360/${LENA}`, 'stop-marketing');
		expect(await becomesOf('summer_coupon', coupon)).toContain('"code":131050');
		expect((await conversation(`dialog360/${LENA}`)).lastMessage?.failure?.code).toBe('131050');
		expect(await becomesOf('hello_world')).toContain('"delivered"');
		await act(`dialog360/${LENA}`, 'resume-marketing');
		expect(await becomesOf('summer_coupon', coupon)).toContain('"delivered"');
	});

	test.each([
		['call_permission_request', 'allow-calls', { interactive: { call_permission_reply: { response: 'accept' } } }],
		['call_permission_request', 'refuse-calls', { interactive: { call_permission_reply: { response: 'reject' } } }],
		['request_contact_info', 'share-number', { origin: 'contact_request', contacts: [{ phones: [{ wa_id: LENA }] }] }],
	])('answers a %s with %s, which can be read at the page', async (type, choice, message) => {
		const interactive = { type, body: { text: 'May we?' }, action: { name: type } };
		const sent = (await send('interactive', interactive)).body.messages[0]!.id;
		await control('POST', `/inbox/dialog360/messages/${sent}/choice`, { choice });
		const values = await until(async () => {
			const { deliveries } = (await control<{ deliveries: WebhookCall[] }>('GET', '/dialog360/deliveries')).body;
			const found = deliveries.filter((call) => call.body.includes('"messages":'));
			return found.length > 0 && found;
		});
		const { entry } = JSON.parse(values[0]!.body) as { entry: [{ changes: Array<{ value: Value }> }] };
		const answers = entry[0].changes.flatMap(({ value }) => value.messages ?? []);
		expect(answers).toMatchObject([{ context: { id: sent }, ...message }]);
		const read = (await conversation(`dialog360/${LENA}`)).lastMessage?.text;
		expect(read).toBe(
			{
				'allow-calls': 'Allow calls for a week',
				'refuse-calls': 'Do not allow calls',
				'share-number': `Lena Krüger\n+${LENA}`,
			}[choice],
		);
	});
});
