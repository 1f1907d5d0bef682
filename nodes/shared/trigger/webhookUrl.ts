import type { IHookFunctions } from 'n8n-workflow';

/** A webhook URL, read far enough to compare it with another. */
export interface WebhookUrl {
	/** Without query, fragment and login: what may be shown. */
	address: string;
	origin: string;
	search: string;
}

/** The URL of the trigger itself. */
export interface OwnUrl extends WebhookUrl {
	/** Where n8n's editor is: test events go there, too, unless n8n is told otherwise. */
	editor?: Pick<WebhookUrl, 'address' | 'origin'>;
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

/**
 * The URL that a trigger registers. n8n ends its path with an ID of the node and the name of the webhook; a node
 * without an ID has workflow and name instead.
 *
 * @param fullUrl as it is registered, with everything that the trigger adds to n8n's URL
 */
export function ownUrl(context: Pick<IHookFunctions, 'getNode' | 'getInstanceBaseUrl'>, fullUrl: string): OwnUrl {
	const url = readUrl(fullUrl)!;
	return {
		...url,
		editor: readUrl(context.getInstanceBaseUrl()),
		tail: url.address
			.split('/')
			.slice(context.getNode().webhookId ? -2 : -3)
			.join('/'),
	};
}

/** Whether a URL is the test URL of the node with this production URL. */
export function isTestUrlOf({ address, origin }: WebhookUrl, own: OwnUrl): boolean {
	return [own.origin, own.editor?.origin].includes(origin) && address.endsWith(`/${own.tail}`);
}

/**
 * Whether a URL is the production URL of the node with this test URL. Where that is, n8n does not tell while it listens
 * for a test event.
 */
export function isProductionUrlOf({ address }: WebhookUrl, own: OwnUrl): boolean {
	return address.endsWith(`/${own.tail}`);
}
