import type { IHookFunctions, INodeParameterResourceLocator, IWebhookFunctions } from 'n8n-workflow';
import { readTriggerForm } from '../../../shared/trigger/eventFields';
import type { Settings } from '../../../shared/trigger/eventFields';
import type { SharingOptions } from '../../../shared/trigger/sharing/fields';
import { OTHER_EXAMPLE } from './events';

/** One from the list, or several by ID with commas between them. */
type Chosen = INodeParameterResourceLocator | string;

/** What a user set under Filters; what is absent has the defaults of `filterFields.ts`. */
export interface EventFilters {
	/** Words for the channels' kinds. */
	channels?: string[];
	channelId?: Chosen;
	/** Of created messages. */
	directions?: string[];
	/** Of messages whose status was updated. */
	statuses?: string[];
	teamId?: Chosen;
}

/** What a user set under Options. */
export interface TriggerOptions extends SharingOptions {
	rawOnly?: boolean;
	registration?: 'automatic' | 'manual' | 'replace';
}

/** The parameters of the trigger. */
export type TriggerSettings = Settings<EventFilters, TriggerOptions>;

/** @throws Failure when the chosen events make no sense */
export function readSettings(context: IHookFunctions | IWebhookFunctions): TriggerSettings {
	return readTriggerForm(context, OTHER_EXAMPLE);
}
