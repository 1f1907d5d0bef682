import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { OldSecret } from '../../../shared/trigger/secrets/oldSecret';
import type { TriggerOptions } from '../form/settings';

/**
 * The query parameter that carries the secret
 * (https://developers.partoo.co/guides/api/resources/settings/webhooks/security).
 */
export const SECRET_PARAMETER = 'key';

/** Where the secret was before it moved into the credential. */
export const OLD_URL_SECRET: OldSecret = { name: 'urlSecret', label: 'URL Secret', newLabel: 'Webhook URL Secret' };

/** The secret that calls carry in their query; empty for none. That of the credential wins. */
export function urlSecretOf(
	{ urlSecret: own }: ICredentialDataDecryptedObject,
	{ urlSecret: old }: TriggerOptions,
): string {
	return String(own || old || '');
}

/** The URL that Partoo is to call. */
export function urlWithSecret(webhookUrl: string, secret: string): string {
	if (!secret) return webhookUrl;
	const url = new URL(webhookUrl);
	url.searchParams.set(SECRET_PARAMETER, secret);
	return url.toString();
}
