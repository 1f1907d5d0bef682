import type { WaitOptions } from '../../../shared/delivery/waitFields';

/** What a user may set beside the message itself; see `optionFields.ts` for each of them. */
export interface SendOptions extends WaitOptions {
	additionalBodyFields?: unknown;
	assignedUser?: string;
	botStatus?: string;
	bsuid?: string;
	defaultCountryCode?: unknown;
	metadata?: { pair?: Array<{ key?: unknown; value?: unknown }> };
	responseFields?: string[];
}
