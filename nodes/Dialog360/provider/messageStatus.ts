import type { StatusTable } from '../../shared/delivery/deliveryStatus';

/** The word for an answer that names none: the message was accepted. */
export const ACCEPTED = 'accepted';

/**
 * What the words of WhatsApp mean, in answers to sends (the first three) and in status events
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages/status).
 */
export const STATUSES: StatusTable = {
	[ACCEPTED]: { status: 'sending', isFinal: false },
	held_for_quality_assessment: { status: 'sending', isFinal: false },
	paused: { status: 'sending', isFinal: false },
	sent: { status: 'sent', isFinal: false },
	delivered: { status: 'delivered', isFinal: true },
	read: { status: 'read', isFinal: true },
	// A voice message that was listened to.
	played: { status: 'read', isFinal: true },
	failed: { status: 'failed', isFinal: true },
};
