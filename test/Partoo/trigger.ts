import { generateKeyPairSync, sign } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { PartooApi } from '../../credentials/PartooApi.credentials';
import { PartooTrigger } from '../../nodes/Partoo/PartooTrigger.node';
import { TriggerBench } from '../engine';
import type { TriggerOptions } from '../engine';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');

/** The public half of the key with which these tests sign. */
export const PUBLIC_KEY = publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** A signature of these bytes as Partoo sends it. */
export function signatureOf(body: string | Uint8Array): string {
	return sign(null, Buffer.from(body), privateKey).toString('base64');
}

export function signed(body: string | Uint8Array): OutgoingHttpHeaders {
	return { 'X-Partoo-Signature-v1': signatureOf(body) };
}

export type Extras = Partial<Omit<TriggerOptions, 'node' | 'parameters' | 'credentials'>> & {
	credential?: IDataObject;
};

/** A trigger whose credential has the public key of {@link signed}. */
export async function startTrigger(
	parameters: INodeParameters = {},
	{ credential, ...extras }: Extras = {},
): Promise<TriggerBench> {
	return await TriggerBench.start({
		node: new PartooTrigger(),
		parameters,
		credentialTypes: [new PartooApi()],
		...extras,
		credentials: {
			partooApi: {
				apiKey: 'partoo-admin-key',
				environment: 'custom',
				baseUrl: 'http://127.0.0.1:9/v2',
				webhookPublicKey: PUBLIC_KEY,
				...credential,
			} as never,
		},
	});
}

/** An event about a message, as the provider documents it. */
export function messageEvent(
	message: IDataObject = {},
	conversation: IDataObject = {},
	type = 'message_updated',
): IDataObject {
	return {
		type,
		payload: {
			message: {
				id: 123,
				conversation_id: 1001,
				date: '2023-01-31 16:22:17.327878+00:00',
				content_type: 'Text',
				sender_type: 'User',
				sender_label: 'Jane Doe',
				status: 'Success',
				is_deleted: false,
				content: 'Your order is ready',
				user_id: '62d80fae74e8b11d700302b8',
				custom_channel: null,
				...message,
			},
			conversation: {
				id: 1001,
				consumer_img: 'https://www.example.com/profile-picture.jpg',
				consumer_name: 'John Doe',
				business: { id: '5409c35a97bbc544d8e26737' },
				messaging_partner: 'Facebook',
				custom_channel: null,
				...conversation,
			},
			org_id: 42,
		},
	};
}

/** A message that a consumer wrote. */
export function created(message: IDataObject = {}, conversation: IDataObject = {}): IDataObject {
	return messageEvent(
		{ sender_type: 'Consumer', sender_label: 'John Doe', ...message },
		conversation,
		'message_created',
	);
}

/** Sends an event with a good signature, and answers the status. */
export async function deliver(trigger: TriggerBench, event: unknown): Promise<number> {
	const body = JSON.stringify(event);
	return (await trigger.call(body, signed(body))).status;
}
