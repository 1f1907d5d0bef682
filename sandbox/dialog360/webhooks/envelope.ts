/** One field's news about one account or number. */
export interface Change {
	field: string;
	value: object;
}

export const WABA_ID = '102290129340398';
export const METADATA = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };

/** Who writes in samples. */
export const CUSTOMER = { profile: { name: 'Sheena Nelson' }, wa_id: '16505551234' };

/** A change of the number's own field. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages */
export const messagesChange = (value: object): Change => ({
	field: 'messages',
	value: { messaging_product: 'whatsapp', metadata: METADATA, ...value },
});

/** The body of a call: an entry for each list of changes. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview */
export const callBody = (...entries: Change[][]): Buffer =>
	Buffer.from(
		JSON.stringify({
			object: 'whatsapp_business_account',
			entry: entries.map((changes) => ({ id: WABA_ID, changes })),
		}),
	);

/** Seconds since 1970 as a text, as WhatsApp has it. */
export const whatsappTime = (ms = Date.now()): string => String(Math.floor(ms / 1000));

let lastId = 0;

/** A message ID that never was: base64 of something that only WhatsApp reads. */
export const newMessageId = (): string => `wamid.${Buffer.from(`HBgL-${Date.now()}-${++lastId}`).toString('base64')}`;
