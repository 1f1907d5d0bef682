/** What a user may set beside the message itself; see {@link optionFields} for each of them. */
export interface SendOptions {
	additionalBodyFields?: unknown;
	bodyText?: string;
	defaultCountryCode?: unknown;
	fileName?: string;
	flowAction?: string;
	flowData?: unknown;
	flowMessageVersion?: string;
	flowMode?: string;
	flowScreen?: string;
	flowToken?: string;
	footer?: string;
	headerDocument?: unknown;
	headerFileName?: string;
	headerImage?: unknown;
	headerText?: string;
	headerVideo?: unknown;
	locationAddress?: string;
	locationName?: string;
	previewUrl?: boolean;
	recipientType?: 'individual' | 'group';
	replyTo?: string;
	thumbnailProduct?: string;
	trackingText?: string;
	typingIndicator?: boolean;
	voice?: boolean;
}
