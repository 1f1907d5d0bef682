import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** https://docs.callbell.eu/api/base_url */
export const PRODUCTION = 'https://api.callbell.eu/v1';

/** The base URL of a credential's environment, as an expression for the credential's own test. */
export const CALLBELL_BASE_URL = `={{ $credentials.environment === 'custom' ? $credentials.baseUrl.trim().replace(/\\/+$/, '') : '${PRODUCTION}' }}`;

/** The same for code that holds the decrypted credential. */
export function callbellBaseUrl({ environment, baseUrl }: ICredentialDataDecryptedObject): string {
	return environment === 'custom' ? String(baseUrl).trim().replace(/\/+$/, '') : PRODUCTION;
}
