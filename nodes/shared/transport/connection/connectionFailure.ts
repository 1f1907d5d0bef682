import type { IHttpRequestOptions } from 'n8n-workflow';
import { clip } from '../../failures/clip';
import { Failure } from '../../failures/failure';
import type { FailureFacts } from '../../failures/failure';
import { parsedUrl } from '../../parsedUrl';
import { MAX_QUOTED } from '../httpFailure';
import { isReading } from '../answer';
import { brokenAt } from './connection';
import type { Broken } from './connection';
import type { Provider } from '../provider';

type Words = Pick<FailureFacts, 'message' | 'cause' | 'nextStep'>;

/** The sentence for a request that got no answer. `error` is what n8n's request helper threw. */
export function connectionFailure(provider: Provider, error: unknown, options: IHttpRequestOptions): Failure {
	if (error instanceof Failure) return error;
	const name = provider.displayName;
	const broken = brokenAt(error);
	const { code, hasLeft, text } = broken;
	if (hasLeft === undefined) {
		return new Failure({
			message: `The request to ${name} was not sent: ${clip(text, MAX_QUOTED)}`,
			nextStep: 'Check the credential and the Request Options of this node.',
			code: code ?? 'NOT_SENT',
		});
	}
	if (hasLeft) return new Failure({ ...lost(name, broken, options), code, outcome: 'inDoubt' });
	const { message, cause, nextStep } = notSent(name, broken, options);
	return new Failure({ message, cause: `${cause} Nothing was sent.`, nextStep, code, outcome: 'neverSent' });
}

function lost(name: string, { code, isTimeout }: Broken, options: IHttpRequestOptions): Words {
	const isRead = isReading(options);
	const look = isRead ? 'Run it again.' : `Look in ${name} whether it was done before you repeat it.`;
	return {
		message: isTimeout
			? `${name} did not answer in time (${code})`
			: `The connection to ${name} broke before the answer came (${code})`,
		cause: isRead
			? 'The request only reads, so nothing was changed.'
			: `Nobody knows whether ${name} carried the request out.`,
		nextStep: isTimeout ? `${look} A longer Timeout can be set under Request Options.` : look,
	};
}

function notSent(name: string, broken: Broken, options: IHttpRequestOptions): Words {
	const { code, reason, text, isTimeout } = broken;
	const host = hostOf(options);
	if (reason === 'certificate') {
		return {
			message: `${name} could not be reached at ${host}: its certificate is not accepted (${code})`,
			cause: `${clip(text, MAX_QUOTED)}.`,
			nextStep:
				'Check the base URL in the credential. The certificate may have expired, be for another name, or come from an authority that this n8n does not know, e.g. that of a firewall; ask whoever runs the server or the firewall.',
		};
	}
	if (reason === 'clientCertificate') {
		return {
			message: `${name} could not be reached at ${host}: what answers there wants a certificate of this n8n (${code})`,
			cause: 'It takes requests only from those that it gave a certificate; this node has none to show.',
			nextStep: `Check the base URL in the credential: ${name} itself wants none. Ask whoever runs the server or the firewall to let this n8n in without one.`,
		};
	}
	if (reason === 'encryption') {
		return {
			message: `${name} could not be reached at ${host}: no encrypted connection came about (${code})`,
			cause: 'What answers there speaks no TLS, or none that this n8n speaks.',
			nextStep:
				'Check scheme and port of the base URL in the credential, e.g. http:// for a test server, and whether a proxy or firewall breaks the connection.',
		};
	}
	const elsewhere = placeBeside(host, options, broken);
	if (reason === 'proxy' || options.proxy || elsewhere) {
		return {
			message: `${name} could not be reached through the proxy${elsewhere && ` at ${elsewhere}`} (${code})`,
			cause: isTimeout ? 'No connection came about in time.' : `${clip(text, MAX_QUOTED)}.`,
			nextStep: 'Check the proxy under Request Options > Proxy or in the settings of this n8n, then run it again.',
		};
	}
	if (reason === 'request') {
		return {
			message: `The request to ${name} could not be made for ${host} (${code})`,
			cause: `${clip(text, MAX_QUOTED)}.`,
			nextStep: 'Check the base URL in the credential, and that the API key holds no line break or foreign letter.',
		};
	}
	return {
		message: `${name} could not be reached at ${host} (${code})`,
		cause: isTimeout ? 'No connection came about in time.' : 'The connection was refused or the host was not found.',
		nextStep: 'Check the base URL in the credential and the network of this n8n, then run it again.',
	};
}

/**
 * Where no connection came about when that is not where the request goes, but a proxy of n8n's own settings; empty
 * otherwise. A name and its address cannot be compared, so the port has to differ then.
 */
function placeBeside(host: string, { baseURL, url, proxy }: IHttpRequestOptions, { place = {} }: Broken): string {
	const target = parsedUrl(baseURL ?? url);
	if (proxy || !target) return '';
	const { hostname, address, port } = place;
	if (hostname !== undefined) return hostname === target.hostname ? '' : hostname;
	const targetPort = Number(target.port) || (target.protocol === 'http:' ? 80 : 443);
	return port !== undefined && port !== targetPort && host !== address ? `${address}:${port}` : '';
}

function hostOf({ baseURL, url }: IHttpRequestOptions): string {
	const address = baseURL ?? url;
	return parsedUrl(address)?.host ?? address;
}
