import { COMMON_DEFAULTS, type CommonSettings } from '../shared/provider';
import { type CallbellWebhookSettings, callbellWebhookSettingsSchema, WEBHOOK_DEFAULTS } from './webhooks/settings';

/** What Callbell's documents say in two ways, or live data in another than they: the sandbox can be either. */
export interface CallbellSettings extends CommonSettings, CallbellWebhookSettings {
	/** Milliseconds between two statuses of a message. */
	sendingMs: number;
	/** Whether a contact comes as an object, as live data has it, or as a list of one. */
	envelope: 'object' | 'list';
	/** Where the message to delete is named. */
	deletePath: 'path' | 'body';
	/** How a contact is moved to a funnel. */
	funnelPath: 'conversation' | 'messages';
	/** Whether messages must name their channel. */
	requireChannel: boolean;
	/** Contacts on a page. */
	contactsPerPage: number;
}

export const createCallbellSettings = (): CallbellSettings => ({
	...COMMON_DEFAULTS,
	...WEBHOOK_DEFAULTS,
	sendingMs: 500,
	envelope: 'object',
	deletePath: 'path',
	funnelPath: 'conversation',
	requireChannel: false,
	contactsPerPage: 20,
});

export const callbellSettingsSchema: Record<string, object> = {
	...callbellWebhookSettingsSchema,
	sendingMs: { type: 'number', minimum: 0 },
	envelope: { enum: ['object', 'list'] },
	deletePath: { enum: ['path', 'body'] },
	funnelPath: { enum: ['conversation', 'messages'] },
	requireChannel: { type: 'boolean' },
	contactsPerPage: { type: 'integer', minimum: 1 },
};
