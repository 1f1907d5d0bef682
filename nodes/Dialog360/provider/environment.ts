import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** https://docs.360dialog.com/docs/messaging-api/api-reference/messages (servers) */
export const PRODUCTION = 'https://waba-v2.360dialog.io';
/** https://docs.360dialog.com/docs/resources/sandbox: a host of its own, with messages below `/v1`. */
const SANDBOX = 'https://waba-sandbox.360dialog.io';

/** The base URL of a credential's environment, as an expression for the credential's own test. */
export const DIALOG360_BASE_URL = `={{ $credentials.environment === 'custom' ? $credentials.baseUrl.trim().replace(/\\/+$/, '') : $credentials.environment === 'sandbox' ? '${SANDBOX}' : '${PRODUCTION}' }}`;

/** What the credential's test asks for: the sandbox is not known to have a health status. */
export const TEST_PATH = "={{ $credentials.environment === 'sandbox' ? '/v1/configs/webhook' : '/health_status' }}";

/** The same for code that holds the decrypted credential. */
export function dialog360BaseUrl({ environment, baseUrl }: ICredentialDataDecryptedObject): string {
	if (environment === 'custom') return String(baseUrl).trim().replace(/\/+$/, '');
	return environment === 'sandbox' ? SANDBOX : PRODUCTION;
}

/** Where messages are sent to. */
export function messagesPath(baseURL: string): string {
	return baseURL === SANDBOX ? '/v1/messages' : '/messages';
}
