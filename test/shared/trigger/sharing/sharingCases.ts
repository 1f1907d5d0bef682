import { randomUUID } from 'node:crypto';
import { ADMIN_KEY } from '../../../Partoo/partoo';
import * as callbell from '../../../Callbell/trigger';
import { KEY as DIALOG360_KEY } from '../../../Dialog360/dialog360';
import * as dialog360 from '../../../Dialog360/trigger';
import type { TriggerBench, TriggerOptions } from '../../../engine';
import * as partoo from '../../../Partoo/trigger';
import type { Sandbox } from '../../../sandboxClient';

/** A provider whose webhook several triggers of one n8n share. */
export interface SharingCase {
	provider: string;
	/** Its name there. */
	atSandbox: string;
	/** The module of the trigger and its class. */
	module: [path: string, name: string];
	/** @param origin where the provider's API is */
	start(origin: string, account: string, extras: Partial<TriggerOptions>): Promise<TriggerBench>;
	/** URLs that the provider calls about a message. */
	urls(sandbox: Sandbox): Promise<string[]>;
	/** Lets the provider call about a new message, once. @returns how it was answered */
	event(sandbox: Sandbox): Promise<number | null>;
}

type Answered = { attempts: Array<{ status: number | null }> };

let events = 0;

export const sharingCases: SharingCase[] = [
	{
		provider: '360dialog',
		atSandbox: 'dialog360',
		module: ['../../../../nodes/Dialog360/Dialog360Trigger.node', 'Dialog360Trigger'],
		start: async (origin, _, extras) =>
			await dialog360.startTrigger(
				{},
				{ ...extras, credential: { apiKey: DIALOG360_KEY, baseUrl: `${origin}/dialog360` } },
			),
		urls: async (sandbox) => {
			const { number } = await sandbox.control<{ number: { url: string } | null }>('GET', 'dialog360/webhooks');
			return number ? [number.url] : [];
		},
		event: async (sandbox) => {
			const wanted = { kinds: ['text'], wait: true, repeat: false };
			return (await sandbox.control<Answered>('POST', 'dialog360/events', wanted)).attempts[0]!.status;
		},
	},
	{
		provider: 'Partoo',
		atSandbox: 'partoo',
		module: ['../../../../nodes/Partoo/PartooTrigger.node', 'PartooTrigger'],
		start: async (origin, _, extras) =>
			await partoo.startTrigger(
				{ events: ['message_updated'] },
				{ ...extras, credential: { apiKey: ADMIN_KEY, baseUrl: `${origin}/partoo/v2` } },
			),
		urls: async (sandbox) => (await sandbox.webhooks()).map(({ url }) => url),
		event: async (sandbox) => {
			const [registered] = await sandbox.webhooks();
			const body = JSON.stringify(partoo.messageEvent({ id: ++events }));
			const headers = { 'content-type': 'application/json', ...(partoo.signed(body) as Record<string, string>) };
			return (await fetch(registered!.url, { method: 'POST', body, headers })).status;
		},
	},
	{
		provider: 'Callbell',
		atSandbox: 'callbell',
		module: ['../../../../nodes/Callbell/CallbellTrigger.node', 'CallbellTrigger'],
		start: async (origin, account, extras) =>
			await callbell.startTrigger(
				{ events: ['message_created'] },
				{
					...extras,
					credential: { apiKey: `callbell-key#${account}`, baseUrl: `${origin}/callbell/v1`, webhookSecret: '' },
				},
			),
		urls: async (sandbox) => {
			const { webhook } = await sandbox.control<{ webhook: { url: string } | null }>('GET', 'callbell/webhooks');
			return webhook ? [webhook.url] : [];
		},
		event: async (sandbox) => {
			const { webhook } = await sandbox.control<{ webhook: { url: string } | null }>('GET', 'callbell/webhooks');
			const payload = { ...(callbell.created().payload as object), uuid: randomUUID() };
			const wanted = { url: webhook!.url, wait: true, repeat: false, event: 'message_created', payload };
			return (await sandbox.control<Answered>('POST', 'callbell/events', wanted)).attempts[0]!.status;
		},
	},
];
