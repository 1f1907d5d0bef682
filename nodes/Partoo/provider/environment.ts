import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { baseUrlExpression, baseUrlOf } from '../../shared/transport/credential/address';

/** https://developers.partoo.co: servers of the REST API v2. */
export const PRODUCTION = 'https://api.partoo.co/v2';
const SANDBOX = 'https://api.sandbox.partoo.co/v2';

const SERVERS = { production: PRODUCTION, sandbox: SANDBOX };

/** For the credential's own test. */
export const PARTOO_BASE_URL = baseUrlExpression(SERVERS);

/** @throws Failure when a custom address is none that requests can be sent to */
export function partooBaseUrl(credential: ICredentialDataDecryptedObject): string {
	return baseUrlOf(SERVERS, credential);
}

/** The organization that a PROVIDER key acts for; other keys have one of their own and send none. */
export const ORGANIZATION_ID = '={{ $credentials.organizationId || undefined }}';
