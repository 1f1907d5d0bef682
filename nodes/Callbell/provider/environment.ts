import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { baseUrlExpression, baseUrlOf } from '../../shared/transport/credential/address';

/** https://docs.callbell.eu/api/base_url */
export const PRODUCTION = 'https://api.callbell.eu/v1';

const SERVERS = { production: PRODUCTION };

/** For the credential's own test. */
export const CALLBELL_BASE_URL = baseUrlExpression(SERVERS);

/** @throws Failure when a custom address is none that requests can be sent to */
export function callbellBaseUrl(credential: ICredentialDataDecryptedObject): string {
	return baseUrlOf(SERVERS, credential);
}
