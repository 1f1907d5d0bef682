import { COMMON_DEFAULTS, type CommonSettings } from '../shared/provider';
import type { ThrottleSetting } from '../shared/throttle';
import { dialog360WebhookSettingsSchema, type Dialog360WebhookSettings, WEBHOOK_DEFAULTS } from './webhooks/settings';

export type Health = 'AVAILABLE' | 'LIMITED' | 'BLOCKED';

export interface Dialog360Settings extends CommonSettings, Dialog360WebhookSettings {
	/** How long an accepted message takes until it is sent, delivered and read. */
	sentMs: number;
	deliveredMs: number;
	readMs: number;
	/** Whether the API refuses fields that no page knows. */
	rejectUnknownFields: boolean;
	/** How fast one recipient may get messages. */
	pairThrottle: ThrottleSetting | null;
	/** Whether anything but a template fails for a customer who did not write within a day, as at WhatsApp. */
	enforceWindow: boolean;
	health: Health;
	/** Which of the two lists of templates the gateway has. */
	templateLists: 'both' | 'newer' | 'older';
	/** `message_status` in the answer to a template. */
	templateStatus: string;
}

export const createDialog360Settings = (): Dialog360Settings => ({
	...COMMON_DEFAULTS,
	...WEBHOOK_DEFAULTS,
	sentMs: 300,
	deliveredMs: 900,
	readMs: 4000,
	rejectUnknownFields: true,
	pairThrottle: null,
	enforceWindow: false,
	health: 'AVAILABLE',
	templateLists: 'both',
	templateStatus: 'accepted',
});

const ms = { type: 'number', minimum: 0 };

const throttle = {
	nullable: true,
	type: 'object',
	required: ['kind'],
	properties: { kind: { enum: ['window', 'bucket'] } },
};

export const dialog360SettingsSchema: Record<string, object> = {
	...dialog360WebhookSettingsSchema,
	sentMs: ms,
	deliveredMs: ms,
	readMs: ms,
	rejectUnknownFields: { type: 'boolean' },
	pairThrottle: throttle,
	enforceWindow: { type: 'boolean' },
	health: { enum: ['AVAILABLE', 'LIMITED', 'BLOCKED'] },
	templateLists: { enum: ['both', 'newer', 'older'] },
	templateStatus: { type: 'string' },
};
