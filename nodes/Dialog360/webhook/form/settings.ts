import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readTriggerForm } from '../../../shared/trigger/eventFields';
import type { Settings } from '../../../shared/trigger/eventFields';
import type { SharingOptions } from '../../../shared/trigger/sharing/fields';
import { HISTORY } from './events';

/** What a user set under Filters; what is absent has the defaults of `filters.ts`. */
export interface EventFilters {
	/** What became of calls. */
	calls?: string[];
	/** Kinds of messages. */
	kinds?: string[];
	/** Minutes. */
	ignoreOlderThan?: number;
	statuses?: string[];
}

export type RegistrationMode = 'automatic' | 'replace' | 'additional' | 'manual';

/** What a user set under Options. */
export interface TriggerOptions extends SharingOptions {
	downloadMedia?: boolean;
	outputPerKind?: boolean;
	rawOnly?: boolean;
	registration?: RegistrationMode;
	/** Where the secret was before it moved into the credential. */
	signatureSecret?: string;
	verifyCalls?: boolean;
	/** The same. */
	webhookSecret?: string;
}

/** The parameters of the trigger. */
export type TriggerSettings = Settings<EventFilters, TriggerOptions>;

/** @throws Failure when the chosen events make no sense */
export function readSettings(context: IHookFunctions | IWebhookFunctions): TriggerSettings {
	return readTriggerForm(context, HISTORY);
}
