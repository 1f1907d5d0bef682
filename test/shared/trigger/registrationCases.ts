import * as callbell from '../../Callbell/trigger';
import * as dialog360 from '../../Dialog360/trigger';
import { KEY as DIALOG360_KEY } from '../../Dialog360/dialog360';
import type { TriggerBench, TriggerOptions } from '../../engine';
import { ADMIN_KEY } from '../../Partoo/partoo';
import * as partoo from '../../Partoo/trigger';
import type { Sandbox } from '../../sandboxClient';

type Place = Pick<TriggerOptions, 'webhookId' | 'webhookOrigin'>;

/** A trigger that registers itself at the sandbox. */
export interface RegistrationCase {
	provider: string;
	/** One in an n8n process of its own, which knows nothing that others know. */
	start(sandbox: Sandbox, place: Place, options?: Record<string, string>): Promise<TriggerBench>;
	/** URLs that the provider calls. */
	registered(sandbox: Sandbox): Promise<string[]>;
	/** Lets the provider call the trigger, which is told of it in the provider's log of calls. */
	call(sandbox: Sandbox, trigger: TriggerBench): Promise<void>;
	/** The option that takes the place of others, where there is one. */
	replaces?: string;
	/** What is said where somebody else is there whom the trigger does not know. */
	taken: RegExp;
	/** What is said to a person who activates it after a copy of it at the new address had been activated. */
	takenByCopy: RegExp;
}

let processes = 0;

export const registrationCases: RegistrationCase[] = [
	{
		provider: 'Partoo',
		start: async (sandbox, place, options = {}) =>
			await partoo.startTrigger(
				{ options },
				{ ...place, credential: { apiKey: ADMIN_KEY, baseUrl: sandbox.partooUrl } },
			),
		registered: async (sandbox) => (await sandbox.webhooks()).map(({ url }) => url),
		call: async () => undefined,
		taken: /'Message Delivered or Failed' events already go to another system: https:\/\/old\.example\.com\//,
		takenByCopy: /took over at Partoo what went to https:\/\/new\.example\.com\//,
	},
	{
		provider: '360dialog',
		start: async (sandbox, place, options = {}) =>
			await dialog360.startTrigger(
				{ options },
				{ ...place, credential: { apiKey: DIALOG360_KEY, baseUrl: `${sandbox.url}/dialog360` } },
			),
		registered: async (sandbox) => {
			const { number } = await sandbox.control<{ number: { url: string } | null }>('GET', 'dialog360/webhooks');
			return number ? [number.url] : [];
		},
		call: async () => undefined,
		replaces: 'replace',
		taken: /Calls for this number already go to another system: https:\/\/old\.example\.com\//,
		takenByCopy: /already go to another system: https:\/\/new\.example\.com\//,
	},
	{
		provider: 'Callbell',
		start: async (sandbox, place, options = {}) =>
			await callbell.startTrigger(
				{ options },
				{
					...place,
					// What a process knows of its triggers is known by account, and this is the same one by another name.
					credential: {
						apiKey: `callbell-key#${++processes}`,
						baseUrl: `${sandbox.url}/callbell/v1`,
						webhookSecret: '',
					},
				},
			),
		registered: async (sandbox) => {
			const { webhook } = await sandbox.control<{ webhook: { url: string } | null }>('GET', 'callbell/webhooks');
			return webhook ? [webhook.url] : [];
		},
		call: async (sandbox, trigger) => {
			const body = { url: callbell.addressOf(trigger), wait: true, repeat: false };
			await sandbox.control('POST', 'callbell/events', body);
		},
		replaces: 'replace',
		taken: /already go to another Callbell Trigger, which took a call at/,
		takenByCopy: /took over at Callbell what went to this workflow in another n8n/,
	},
];
