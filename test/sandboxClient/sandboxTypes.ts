import type { IDataObject } from 'n8n-workflow';

import type { PartooSettings } from '../../sandbox/partoo/settings';
import type { NewConversation } from '../../sandbox/partoo/state';
import type { Message, MessageStatus, SenderType } from '../../sandbox/partoo/types';
import type { WantedEvent } from '../../sandbox/partoo/webhooks/control';
import type { Webhook } from '../../sandbox/partoo/webhooks/registry';
import type { FaultRule } from '../../sandbox/shared/faults';
import type { LoggedRequest as LogEntry } from '../../sandbox/shared/requestLog';
import type { Stats } from '../../sandbox/shared/stats';
import type { WebhookCall } from '../../sandbox/shared/webhooks/calls';

export type { FaultRule, Message, PartooSettings, WantedEvent, Webhook, WebhookCall };

export type ProviderStats = ReturnType<Stats['read']>;

/** Body of a multipart request as the sandbox logs it. */
export interface MultipartBody {
	fields: Record<string, string>;
	files: Array<{
		field: string;
		fileName: string | null;
		contentType: string;
		size: number;
		sha256: string;
	}>;
}

/** One request that the sandbox received, refused ones too. `path` has neither the query nor the provider's prefix. */
export interface LoggedRequest<Body = IDataObject> extends LogEntry {
	/** Numbers and booleans where the contract has them. */
	query: Record<string, string | number | boolean | undefined>;
	body: Body;
}

export interface RequestFilter {
	provider?: string;
	method?: string;
	/** The whole path, or an expression that it matches. */
	path?: string | RegExp;
	status?: number | null;
}

/** What a conversation made for a test is like; the rest gets the sandbox's defaults. */
export type ConversationSeed = Pick<
	NewConversation,
	| 'messagingPartner'
	| 'status'
	| 'isExpired'
	| 'isSolved'
	| 'isRead'
	| 'issues'
	| 'assignedUserId'
	| 'businessId'
	| 'consumerName'
	| 'consumerPhoneNumber'
> & {
	/** How many text messages are there already. */
	messages?: number;
	/** How many such conversations to make. */
	count?: number;
};

export interface MessageSeed {
	conversationId: number;
	text: string;
	senderType?: SenderType;
	status?: MessageStatus;
	isAutomated?: boolean;
	/** ISO 8601. */
	at?: string;
}
