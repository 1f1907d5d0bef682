import type { IHookFunctions, INodeParameterResourceLocator, IWebhookFunctions } from 'n8n-workflow';
import { chosenTypes } from '../../../shared/trigger/eventFields';
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
export interface TriggerOptions {
	rawOnly?: boolean;
	registration?: 'automatic' | 'manual';
	/** Expected in the query of each call, beside the signature. */
	urlSecret?: string;
	verifySignature?: boolean;
}

/** The parameters of the trigger. */
export interface TriggerSettings {
	types: string[];
	filters: EventFilters;
	options: TriggerOptions;
}

/** @throws Failure when the chosen events make no sense; see {@link chosenTypes} */
export function readSettings(context: IHookFunctions | IWebhookFunctions): TriggerSettings {
	const events = context.getNodeParameter('events', []) as string[];
	const otherEvents = context.getNodeParameter('otherEvents', '') as string;
	return {
		types: chosenTypes(events, otherEvents, OTHER_EXAMPLE),
		filters: context.getNodeParameter('filters', {}) as EventFilters,
		options: context.getNodeParameter('options', {}) as TriggerOptions,
	};
}
