import { Failure } from '../failures/failure';

/** Names that only a private network knows, and addresses of one (RFC 1918, 3927, 4193, 4291, 6598, 6762, 8375). */
const PRIVATE_NAME = /^([^.]+|.+\.(localhost|localdomain|local|internal|intranet|lan|home|home\.arpa|corp|private))$/;
const PRIVATE_IPV4 = /^(0|10|127|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const PRIVATE_IPV6 = /^\[(::1?\]|::ffff:|f[cd]|fe[89ab])/;

/**
 * Checks that a provider can call a webhook of this n8n: HTTPS, and an address of the internet. Saying so here saves
 * the user the provider's shorter answer, or none at all and a trigger that stays silent.
 *
 * @throws Failure when the URL is not HTTPS, or its host is on this machine or in a private network
 */
export function checkPublicAddress(provider: string, webhookUrl: string): void {
	const { protocol, hostname } = new URL(webhookUrl);
	const isPrivate = isPrivateHost(hostname);
	if (protocol === 'https:' && !isPrivate) return;
	throw new Failure({
		message: isPrivate
			? `${provider} cannot call this n8n: its webhooks are at ${protocol}//${hostname}, which is not reachable from the internet`
			: `${provider} calls HTTPS addresses only, and the webhooks of this n8n are at ${protocol}//${hostname}`,
		nextStep:
			'Set the environment variable N8N_WEBHOOK_URL (WEBHOOK_URL in older n8n) of n8n to its public address, e.g. https://n8n.example.com/, and restart it. To try things out, a tunnel gives this machine such an address.',
		code: 'WEBHOOK_URL',
	});
}

/** Whether only this machine or a private network knows a host, as a URL names it. */
export function isPrivateHost(hostname: string): boolean {
	if (hostname.startsWith('[')) return PRIVATE_IPV6.test(hostname);
	if (/^[\d.]+$/.test(hostname)) return PRIVATE_IPV4.test(hostname);
	return PRIVATE_NAME.test(hostname.replace(/\.$/, ''));
}
