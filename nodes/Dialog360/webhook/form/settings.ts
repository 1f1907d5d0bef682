import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { chosenTypes } from '../../../shared/trigger/eventFields';
import { OTHER_EXAMPLE } from './events';

/** What a user set under Filters; what is absent has the defaults of `filters.ts`. */
export interface EventFilters {
	/** Kinds of messages. */
	kinds?: string[];
	/** Minutes. */
	ignoreOlderThan?: number;
	statuses?: string[];
}

export type RegistrationMode = 'automatic' | 'replace' | 'additional' | 'manual';

/** What a user set under Options. */
export interface TriggerOptions {
	downloadMedia?: boolean;
	outputPerKind?: boolean;
	rawOnly?: boolean;
	registration?: RegistrationMode;
	/** The platform secret of a 360dialog partner, with which calls are signed. */
	signatureSecret?: string;
	verifyCalls?: boolean;
	/** What calls carry in a header, where the user registers the URL. */
	webhookSecret?: string;
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
