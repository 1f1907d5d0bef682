import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { baseUrlExpression, baseUrlOf } from '../../shared/transport/credential/address';

/** https://docs.360dialog.com/docs/messaging-api/api-reference/messages (servers) */
export const PRODUCTION = 'https://waba-v2.360dialog.io';
/** https://docs.360dialog.com/docs/resources/sandbox: a host of its own, with messages below `/v1`. */
const SANDBOX = 'https://waba-sandbox.360dialog.io';

const SERVERS = { production: PRODUCTION, sandbox: SANDBOX };

/** For the credential's own test. */
export const DIALOG360_BASE_URL = baseUrlExpression(SERVERS);

/** What the credential's test asks for: the sandbox is not known to have a health status. */
export const TEST_PATH = "={{ $credentials.environment === 'sandbox' ? '/v1/configs/webhook' : '/health_status' }}";

/** @throws Failure when a custom address is none that requests can be sent to */
export function dialog360BaseUrl(credential: ICredentialDataDecryptedObject): string {
	return baseUrlOf(SERVERS, credential);
}

/** Where messages are sent to. */
export function messagesPath(baseURL: string): string {
	return baseURL === SANDBOX ? '/v1/messages' : '/messages';
}
