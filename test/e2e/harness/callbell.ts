import type { IDataObject } from 'n8n-workflow';

import type { WebhookCall } from '../../sandboxClient/sandboxTypes';
import type { Stage } from './stage';

/** A customer as Callbell knows them, and how they reach the business. */
export interface Customer {
	identifier: string;
	name: string;
	/** The kind of the channel. */
	source: string;
	/** The hidden-number ID of who shows no number. */
	bsuid?: string;
}

/** Makes a contact in the sandbox; answers its UUID. */
export async function addContact({ sandbox }: Stage, customer: Customer): Promise<string> {
	const { uuids } = await sandbox.control<{ uuids: [string] }>('POST', 'callbell/contacts', customer);
	return uuids[0];
}

/** Lets a contact write. @param at ISO 8601 with whole seconds, as Callbell has them; answers the message's UUID. */
export async function write(
	{ sandbox }: Stage,
	message: { contact: string; text: string; at?: string },
): Promise<string> {
	return (await sandbox.control<{ uuid: string }>('POST', 'callbell/received', message)).uuid;
}

/** Sends a text to a contact on WhatsApp, as another client of the account would; answers the message's UUID. */
export async function send({ sandbox }: Stage, to: string, text: string, metadata: IDataObject): Promise<string> {
	const answer = await fetch(`${sandbox.url}/callbell/v1/messages/send`, {
		method: 'POST',
		headers: { authorization: 'Bearer callbell-key', 'content-type': 'application/json' },
		body: JSON.stringify({ to, from: 'whatsapp', type: 'text', content: { text }, metadata }),
	});
	const body = await answer.text();
	if (!answer.ok) throw new Error(`POST /messages/send: ${answer.status} ${body}`);
	return (JSON.parse(body) as { message: { uuid: string } }).message.uuid;
}

/** All calls of Callbell's in the order of their events. */
export async function deliveries({ sandbox }: Stage): Promise<WebhookCall[]> {
	return (await sandbox.control<{ deliveries: WebhookCall[] }>('GET', 'callbell/deliveries')).deliveries;
}
