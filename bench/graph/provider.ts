import { receivedBody } from '../../sandbox/shared/body';
import type { Inbox } from '../../sandbox/shared/inbox';
import { COMMON_DEFAULTS, type CreateProvider } from '../../sandbox/shared/provider';

interface GraphMessage {
	to?: string;
	text?: { body?: string };
}

const NO_INBOX: Inbox = {
	conversations: () => [],
	conversation: () => null,
	messages: () => [],
	message: () => null,
	write: () => null,
	decide: () => null,
};

/**
 * As much of the Graph API as n8n's WhatsApp Business Cloud node needs to send texts
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages), behind the sandbox's own log, faults
 * and throttle, so that the node meets what ours meets.
 */
export const createGraph: CreateProvider = ({ stats }) => {
	const texts: string[] = [];
	return {
		name: 'graph',
		prefix: '/graph',
		secretHeaders: ['authorization'],
		keptUploadBytes: 0,
		settings: { ...COMMON_DEFAULTS },
		settingsSchema: {},
		throttled: { status: 429, body: { error: { message: 'Too many requests', code: 130429 } } },
		inbox: NO_INBOX,
		refusalBody: (status, message) => ({ error: { message, code: status } }),
		admit: () => undefined,
		routes(app) {
			app.post('/:phoneNumberId/messages', async (request) => {
				const body = receivedBody(request);
				const { to = '', text } = (body.kind === 'json' ? body.value : {}) as GraphMessage;
				stats.accept(to, text?.body ?? '');
				texts.push(text?.body ?? '');
				return {
					messaging_product: 'whatsapp',
					contacts: [{ input: to, wa_id: to }],
					messages: [{ id: `wamid.${texts.length}` }],
				};
			});
		},
		control: (app) => {
			app.get('/messages', async () => texts);
		},
		reset: () => void texts.splice(0),
	};
};
