/** The query parameter that carries the secret (https://developers.partoo.co/guides/api/resources/settings/webhooks/security). */
export const SECRET_PARAMETER = 'key';

/** A webhook URL, read far enough to compare it with another. */
export interface WebhookUrl {
	/** Without query, fragment and login: what may be shown. */
	address: string;
	origin: string;
	search: string;
}

/** The URL of the trigger itself. */
export interface OwnUrl extends WebhookUrl {
	/** The end of the path, which is the node's alone and the same in its production URL and its test URL. */
	tail: string;
}

/** Undefined for a text that is no URL. */
export function readUrl(text: string): WebhookUrl | undefined {
	try {
		const { origin, pathname, search } = new URL(text);
		return { address: `${origin}${pathname.replace(/\/+$/, '')}`, origin, search };
	} catch {
		return undefined;
	}
}

/** Whether a URL is the test URL of the node with this production URL, or the other way round. */
export function isOfSameNode(url: WebhookUrl, own: OwnUrl): boolean {
	return url.origin === own.origin && url.address.endsWith(`/${own.tail}`);
}

/** The URL that Partoo is to call. */
export function urlWithSecret(webhookUrl: string, secret = ''): string {
	if (!secret) return webhookUrl;
	const url = new URL(webhookUrl);
	url.searchParams.set(SECRET_PARAMETER, secret);
	return url.toString();
}
