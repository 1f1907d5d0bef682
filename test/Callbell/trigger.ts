import { createHmac } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CallbellApi } from '../../credentials/CallbellApi.credentials';
import { CallbellTrigger } from '../../nodes/Callbell/CallbellTrigger.node';
import { TriggerBench } from '../engine';
import type { TriggerOptions } from '../engine';

/** As Callbell shows it once. */
export const SECRET = 'whsec_5f1d8a0c3b7e4d2f9a6b1c8e7d3f2a4b';

/** The header that signs these bytes; `age` in seconds. */
export function signatureOf(body: string | Uint8Array, { age = 0, secret = SECRET } = {}): string {
	const time = Math.floor(Date.now() / 1000) - age;
	return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')}`;
}

export function signed(body: string | Uint8Array, secret = SECRET): OutgoingHttpHeaders {
	return { 'X-Callbell-Signature': signatureOf(body, { secret }) };
}

export type Extras = Partial<Omit<TriggerOptions, 'node' | 'parameters' | 'credentials'>> & {
	credential?: IDataObject;
};

/** A trigger whose credential has {@link SECRET}. */
export async function startTrigger(
	parameters: INodeParameters = {},
	{ credential, ...extras }: Extras = {},
): Promise<TriggerBench> {
	return await TriggerBench.start({
		node: new CallbellTrigger(),
		parameters,
		credentialTypes: [new CallbellApi()],
		...extras,
		credentials: {
			callbellApi: {
				apiKey: 'callbell-key',
				environment: 'custom',
				baseUrl: 'http://127.0.0.1:9/v1',
				webhookSecret: SECRET,
				...credential,
			} as never,
		},
	});
}

/** The address at which a trigger can be reached, whatever n8n believes it to be. */
export function addressOf(trigger: TriggerBench): string {
	return `${trigger.server.origin}${new URL(trigger.url).pathname}`;
}

export const CONTACT: IDataObject = {
	uuid: 'eb2b914a977e4ab896e7b886698b3eac',
	href: 'https://dash.callbell.eu/contacts/eb2b914a977e4ab896e7b886698b3eac',
	conversationHref: 'https://dash.callbell.eu/chat/f3670b13446b412796238b1cd78899f9',
	name: 'John Doe',
	tags: ['Lead'],
	team: { name: 'General', uuid: 'c4a1', default: true, members: 1, createdAt: '2022-10-12T15:57:16Z' },
	source: 'whatsapp',
	channel: { main: true, type: 'whatsapp', uuid: '35f6f8cc-b550-4278-a2ea-099f3a4e0730', title: 'Shop' },
	closedAt: null,
	avatarUrl: null,
	blockedAt: null,
	createdAt: '2022-10-12T15:57:16Z',
	phoneNumber: '331122334455',
	assignedUser: 'jane@example.com',
	customFields: { City: 'Paris' },
};

/** A message that came in. */
export function created(message: IDataObject = {}, contact: IDataObject = {}): IDataObject {
	return {
		event: 'message_created',
		payload: {
			to: '390000000001',
			from: '331122334455',
			text: 'Are you open?',
			uuid: 'wamid.HBgNMzMxMTIyMzM0NDU1',
			status: 'received',
			channel: 'whatsapp',
			contact: { ...CONTACT, ...contact },
			createdAt: '2025-05-28T17:27:06.000+02:00',
			...message,
		},
	};
}

/** What became of a message that went out. */
export function updated(update: IDataObject = {}, contact: IDataObject = {}): IDataObject {
	return {
		event: 'message_status_updated',
		payload: {
			uuid: 'adf3d1216d4c4dcd908199d6700f2381',
			status: 'read',
			contact: { ...CONTACT, ...contact },
			messageStatusPayload: {
				id: 'gBGGM2MSRxl_Aglqmg5KQXU7ABC',
				gsId: '2b34bfb7-2631-4763-89fb-1b3c65a4babc',
				type: 'read',
				payload: { ts: 1686563913 },
				destination: '331122334455',
			},
			...update,
		},
	};
}

/** Sends an event with a good signature, and answers the status. */
export async function deliver(trigger: TriggerBench, event: unknown): Promise<number> {
	const body = JSON.stringify(event);
	return (await trigger.call(body, signed(body))).status;
}
