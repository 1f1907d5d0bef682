/**
 * The query parameter that carries the secret
 * (https://developers.partoo.co/guides/api/resources/settings/webhooks/security).
 */
export const SECRET_PARAMETER = 'key';

/** The URL that Partoo is to call. */
export function urlWithSecret(webhookUrl: string, secret = ''): string {
	if (!secret) return webhookUrl;
	const url = new URL(webhookUrl);
	url.searchParams.set(SECRET_PARAMETER, secret);
	return url.toString();
}
