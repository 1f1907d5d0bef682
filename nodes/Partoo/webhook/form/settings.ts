import type { IHookFunctions, INodeParameterResourceLocator, IWebhookFunctions } from 'n8n-workflow';
import { readTriggerForm } from '../../../shared/trigger/eventFields';
import type { Settings } from '../../../shared/trigger/eventFields';
import type { SharingOptions } from '../../../shared/trigger/sharing/fields';
import { OTHER_EXAMPLE } from './events';

/** What a user set under Filters; what is absent has the defaults of `filters.ts`. */
export interface EventFilters {
	/** Statuses of updated messages. */
	statuses?: string[];
	/** Senders of created messages. */
	senders?: string[];
	/** Senders of updated messages. */
	updatedSenders?: string[];
	channels?: string[];
	/** One from the list, or several by ID with commas between them. */
	businessId?: INodeParameterResourceLocator | string;
	ignoreAutomated?: boolean;
	/** Whether of several failures of a message only the first counts. */
	ignoreRepeatedFailures?: boolean;
	deletedMessages?: 'include' | 'exclude' | 'only';
}

/** What a user set under Options. */
export interface TriggerOptions extends SharingOptions {
	/** Whether calls that somebody makes to try the webhook out start the active workflow. */
	includeTryouts?: boolean;
	rawOnly?: boolean;
	registration?: 'automatic' | 'manual';
	/** Where the secret was before it moved into the credential. */
	urlSecret?: string;
	verifySignature?: boolean;
}

/** The parameters of the trigger. */
export type TriggerSettings = Settings<EventFilters, TriggerOptions>;

/** @throws Failure when the chosen events make no sense */
export function readSettings(context: IHookFunctions | IWebhookFunctions): TriggerSettings {
	return readTriggerForm(context, OTHER_EXAMPLE);
}
