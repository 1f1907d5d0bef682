import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** https://developers.partoo.co: servers of the REST API v2. */
export const PRODUCTION = 'https://api.partoo.co/v2';
const SANDBOX = 'https://api.sandbox.partoo.co/v2';

/** The base URL of a credential's environment, as an expression for the credential's own test. */
export const PARTOO_BASE_URL = `={{ $credentials.environment === 'custom' ? $credentials.baseUrl.trim().replace(/\\/+$/, '') : $credentials.environment === 'sandbox' ? '${SANDBOX}' : '${PRODUCTION}' }}`;

/** The same for code that holds the decrypted credential. */
export function partooBaseUrl({ environment, baseUrl }: ICredentialDataDecryptedObject): string {
	if (environment === 'custom') return String(baseUrl).trim().replace(/\/+$/, '');
	return environment === 'sandbox' ? SANDBOX : PRODUCTION;
}

/** The organization that a PROVIDER key acts for; other keys have one of their own and send none. */
export const ORGANIZATION_ID = '={{ $credentials.organizationId || undefined }}';
