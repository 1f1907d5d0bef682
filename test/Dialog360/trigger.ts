import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Dialog360Api } from '../../credentials/Dialog360Api.credentials';
import { Dialog360Trigger } from '../../nodes/Dialog360/Dialog360Trigger.node';
import { callBody } from '../../sandbox/dialog360/webhooks/envelope';
import type { Change } from '../../sandbox/dialog360/webhooks/envelope';
import { TriggerBench } from '../engine';
import type { TriggerOptions } from '../engine';

export const SECRET = 'a secret that nobody can guess';
export const SIGNED = { 'X-Webhook-Secret': SECRET };

export type Extras = Partial<Omit<TriggerOptions, 'node' | 'parameters' | 'credentials'>> & {
	credential?: IDataObject;
};

/** A trigger that nobody has registered anywhere. */
export async function startTrigger(
	parameters: INodeParameters = {},
	{ credential, ...extras }: Extras = {},
): Promise<TriggerBench> {
	return await TriggerBench.start({
		node: new Dialog360Trigger(),
		parameters,
		credentialTypes: [new Dialog360Api()],
		...extras,
		credentials: {
			dialog360Api: { apiKey: 'key', environment: 'custom', baseUrl: 'http://127.0.0.1:9', ...credential } as never,
		},
	});
}

/** One that knows calls by {@link SECRET}, as if the user had registered it. */
export async function startManual(
	{ options, ...parameters }: INodeParameters = {},
	extras: Extras = {},
): Promise<TriggerBench> {
	return await startTrigger(
		{ ...parameters, options: { registration: 'manual', webhookSecret: SECRET, ...(options as object) } },
		extras,
	);
}

/** Calls with the secret and one entry of these changes, and answers the status. */
export async function deliver(trigger: TriggerBench, ...changes: Change[]): Promise<number> {
	return (await trigger.call(callBody(changes), SIGNED)).status;
}
