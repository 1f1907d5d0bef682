import type { IDataObject } from 'n8n-workflow';

import type { Message, MessageStatus } from '../../../sandbox/dialog360/types';
import { type Change, METADATA, whatsappTime } from '../../../sandbox/dialog360/webhooks/envelope';
import { messageChange, OTHER_SAMPLES } from '../../../sandbox/dialog360/webhooks/samples';
import { callDialog360 } from '../harness/dialog360';
import type { Stage } from '../harness/stage';

/** Something that happens at 360dialog, and what the trigger is to put out for it. */
export interface Kind {
	/** How many events it is. */
	events: number;
	/** @param told waits until the trigger was told of a message */
	happen(stage: Stage, number: number, told: (messageId: string) => Promise<void>): Promise<IDataObject[]>;
}

const HOUR_MS = 3_600_000;
const NUMBER = { phoneNumberId: METADATA.phone_number_id, phoneNumber: METADATA.display_phone_number };
const PLACE = {
	latitude: 40.782910059774,
	longitude: -73.959075808525,
	name: 'Museum',
	address: '1071 5th Ave, New York',
};
const BUTTON = { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes, please' } };
const SENT_BEFORE = 'wamid.sent-before';
const WINDOW_CLOSED = 131047;
const ARRIVED = { errorCode: null, errorMessage: null, pricingCategory: 'service', isBillable: false };

const phoneOf = (number: number): string => String(491_510_000_000 + number);
const textOf = (number: number): string => `Message no. ${number}, with “quotes” and ünïcode`;

/** In turn; the first is one event. */
export const KINDS: readonly Kind[] = [
	customer(
		'text',
		(number) => ({ body: textOf(number) }),
		(number) => ({ kind: 'text', text: textOf(number) }),
	),
	customer('image', () => ({
		id: '1003383421387256',
		mime_type: 'image/jpeg',
		sha256: 'SfIn',
		caption: 'The broken lid',
	})),
	business(['failed'], () => ({
		status: 'failed',
		errorCode: String(WINDOW_CLOSED),
		errorMessage: 'Re-engagement message',
		pricingCategory: null,
		isBillable: null,
	})),
	customer(
		'interactive',
		() => BUTTON,
		() => ({ kind: 'answer', text: 'Yes, please', replyId: 'yes' }),
	),
	business(['sent']),
	business(['delivered', 'read'], () => ({ status: 'delivered', ...ARRIVED })),
	customer('reaction', () => ({ message_id: SENT_BEFORE, emoji: '👍' })),
	business(['read'], () => ({ status: 'read', ...ARRIVED })),
	hiddenCustomer(),
	sample(() => OTHER_SAMPLES.echo!()),
	sample(() => messageChange('text', { timestamp: whatsappTime(Date.now() - 2 * HOUR_MS) })),
	sample(() => OTHER_SAMPLES.calls!()),
];

type Expected = (number: number) => IDataObject;

function customer(type: string, content: (number: number) => object, expected?: Expected): Kind {
	return {
		events: 1,
		happen: async (stage, number) => {
			const from = phoneOf(number);
			const message = await write(stage, { from, name: `Customer no. ${number}`, type, content: content(number) });
			return expected
				? [{ ...incoming(message, `Customer no. ${number}`), sender: from, senderId: null, ...expected(number) }]
				: [];
		},
	};
}

/** One who hides the phone number. */
function hiddenCustomer(): Kind {
	return {
		events: 1,
		happen: async (stage, number) => {
			const from = `US.${13_491_208_655_302 + number}`;
			const message = await write(stage, { from, name: 'Somebody', type: 'location', content: PLACE });
			const { latitude, longitude, name, address } = PLACE;
			return [
				{
					...incoming(message, 'Somebody'),
					sender: null,
					senderId: from,
					kind: 'location',
					text: null,
					latitude,
					longitude,
					locationName: name,
					address,
				},
			];
		},
	};
}

/** A message of the business, and what becomes of it. The first of these is the one that may pass. */
function business(statuses: MessageStatus[], expected?: Expected): Kind {
	return {
		events: statuses.length,
		happen: async (stage, number, told) => {
			const to = phoneOf(number);
			const body = {
				messaging_product: 'whatsapp',
				to,
				type: 'text',
				text: { body: textOf(number) },
				biz_opaque_callback_data: `order-${number}`,
			};
			const { messages } = await callDialog360<{ messages: [{ id: string }] }>(stage, '/messages', body);
			const messageId = messages[0].id;
			for (const [index, status] of statuses.entries()) {
				// 360dialog keeps no order; here it is to be known which of two comes first.
				if (index > 0) await told(messageId);
				await stage.sandbox.control('POST', 'dialog360/outcome', {
					messageId,
					status,
					...(status === 'failed' && { errorCode: WINDOW_CLOSED }),
				});
			}
			return expected
				? [{ ...statusOf(messageId, statuses[0]!, to), trackingText: `order-${number}`, ...expected(number) }]
				: [];
		},
	};
}

/** What no filter lets through. */
function sample(change: () => Change): Kind {
	return {
		events: 1,
		happen: async ({ sandbox }) => {
			await sandbox.control('POST', 'dialog360/events', { changes: [change()], asNews: true });
			return [];
		},
	};
}

async function write(
	{ sandbox }: Stage,
	message: { from: string; name: string; type: string; content: object },
): Promise<Message> {
	return await sandbox.control('POST', 'dialog360/messages', message);
}

function incoming({ id, at, chatId, type }: Message, name: string): IDataObject {
	return {
		event: 'message',
		provider: 'dialog360',
		messageId: id,
		conversationId: `${NUMBER.phoneNumberId}:${chatId}`,
		timestamp: new Date(Math.floor(at / 1000) * 1000).toISOString(),
		name,
		contentType: type,
		replyId: null,
		replyTo: null,
		isForwarded: false,
		groupId: null,
		...NUMBER,
	};
}

function statusOf(messageId: string, providerStatus: MessageStatus, recipient: string): IDataObject {
	return {
		event: 'status',
		provider: 'dialog360',
		messageId,
		conversationId: `${NUMBER.phoneNumberId}:${recipient}`,
		recipient,
		providerStatus,
		isFinal: true,
		groupId: null,
		...NUMBER,
	};
}
