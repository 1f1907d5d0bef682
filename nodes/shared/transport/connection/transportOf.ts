import type { IHttpRequestOptions } from 'n8n-workflow';
import { badField } from '../../failures/failure';
import { DEFAULT_TIMEOUT } from '../exchange';

/**
 * What all requests of an item have in common: host, credential, proxy and timeout.
 *
 * @param routed as n8n's routing made it of the Request Options
 * @param timeout in milliseconds, where the user set one
 * @throws Failure when the proxy is of a kind that n8n does not know
 */
export function transportOf(
	routed: Omit<IHttpRequestOptions, 'url'>,
	baseURL: string,
	timeout: unknown,
): IHttpRequestOptions {
	const { allowedDomains, proxy } = routed;
	checkProxy(proxy?.protocol);
	return {
		...routed,
		...(allowedDomains && { allowedDomains: `${new URL(baseURL).hostname}, ${allowedDomains}` }),
		baseURL,
		url: '',
		timeout: Number(timeout) || DEFAULT_TIMEOUT,
	};
}

/** n8n sends requests past a proxy of another kind, without a word. */
function checkProxy(protocol = 'http'): void {
	if (/^https?:?$/i.test(protocol)) return;
	throw badField(
		'Proxy',
		`under Request Options begins with ${protocol.replace(/:$/, '')}://, and n8n knows no such proxies`,
		'Give one that begins with http:// or https://. Nothing was sent.',
	);
}
