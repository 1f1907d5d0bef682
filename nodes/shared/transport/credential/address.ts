import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { badField } from '../../failures/failure';
import type { Failure } from '../../failures/failure';
import { parsedUrl } from '../../parsedUrl';

/** The field of a credential that says where the API stands. */
const LABEL = 'Base URL';

/** Where a provider's API stands. */
export interface Servers {
	production: string;
	sandbox?: string;
}

/** The base URL of a credential's environment, as an expression for the credential's own test. */
export function baseUrlExpression({ production, sandbox = production }: Servers): string {
	return `={{ $credentials.environment === 'custom' ? $credentials.baseUrl.trim().replace(/\\/+$/, '') : $credentials.environment === 'sandbox' ? '${sandbox}' : '${production}' }}`;
}

/**
 * The same for code that holds the decrypted credential.
 *
 * @throws Failure when it is no address that requests can be sent to
 */
export function baseUrlOf(servers: Servers, { environment, baseUrl }: ICredentialDataDecryptedObject): string {
	if (environment === 'custom') return checkedBaseUrl(baseUrl);
	return (environment === 'sandbox' && servers.sandbox) || servers.production;
}

/**
 * The base URL of a credential as requests are sent to it: in its usual writing, and without a slash at the end.
 *
 * @throws Failure when requests could not be sent there, or would be sent elsewhere than the user means
 */
function checkedBaseUrl(value: unknown): string {
	const text = String(value ?? '').trim();
	if (text === '') throw wrong('is empty', 'Give the address of the API');
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (scheme === undefined) throw wrong('has no http:// or https:// in front', 'Give the complete address');
	if (scheme !== 'http' && scheme !== 'https') {
		throw wrong(`must begin with http:// or https://, not ${scheme}://`, 'Give the address of the API');
	}
	if (/[\s\\]/.test(text)) throw wrong('holds a space or a backslash', 'Take it out');
	if (/[?#]/.test(text)) throw wrong('holds a ? or a #', 'Give the address without what stands behind them');
	const url = parsedUrl(text);
	if (!url || /^[a-z]+:\/{3,}/i.test(text)) throw wrong('is no valid address', 'Check host and port');
	if (url.username || url.password) throw wrong('holds a user name or a password', 'Take them out: the key is enough');
	if (url.port === '0') throw wrong('names port 0', 'Give the port of the API');
	return url.origin + url.pathname.replace(/\/+$/, '');
}

function wrong(what: string, nextStep: string): Failure {
	return badField(
		LABEL,
		`in the credential ${what}`,
		`${nextStep}, e.g. https://api.example.com/v2. Nothing was sent.`,
	);
}
