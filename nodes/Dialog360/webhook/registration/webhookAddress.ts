import { Failure } from '../../../shared/failures/failure';
import { checkPublicAddress } from '../../../shared/trigger/publicAddress';
import { dialog360 } from '../../provider/provider';

/**
 * Checks that 360dialog can call a webhook of this n8n, by its rules: HTTPS, no port and no underscore in the host
 * (https://docs.360dialog.com/docs/messaging/webhook).
 *
 * @throws Failure when it cannot
 */
export function checkWebhookAddress(webhookUrl: string): void {
	checkPublicAddress(dialog360.displayName, webhookUrl);
	const { host, hostname, port } = new URL(webhookUrl);
	const found = [port && 'a port', hostname.includes('_') && 'an underscore'].filter(Boolean).join(' and ');
	if (found === '') return;
	throw new Failure({
		message: `${dialog360.displayName} takes no webhook whose host has ${found}, and the webhooks of this n8n are at ${host}`,
		nextStep:
			'Let a reverse proxy or a tunnel serve n8n on the usual HTTPS port under a name without underscore, set the environment variable N8N_WEBHOOK_URL (WEBHOOK_URL in older n8n) to that address and restart n8n.',
		code: 'WEBHOOK_URL',
	});
}
