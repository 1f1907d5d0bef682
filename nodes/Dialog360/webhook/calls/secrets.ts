import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { OldSecret } from '../../../shared/trigger/secrets/oldSecret';
import type { TriggerOptions } from '../form/settings';

/** 360dialog sends whatever headers are registered with a URL (https://docs.360dialog.com/docs/messaging/webhook). */
export const SECRET_HEADER = 'X-Webhook-Secret';

/** Where the secrets were before they moved into the credential. */
export const OLD_WEBHOOK_SECRET: OldSecret = {
	name: 'webhookSecret',
	label: 'Webhook Secret',
	newLabel: 'Webhook Secret',
};
export const OLD_SIGNATURE_SECRET: OldSecret = {
	name: 'signatureSecret',
	label: 'Signature Secret',
	newLabel: 'Webhook Signature Secret',
};

/** What calls are verified with, beside the secret that the trigger draws itself; empty for none. */
export interface Secrets {
	/** The platform secret of a 360dialog partner, with which calls are signed. */
	signatureSecret: string;
	/** What calls carry in a header, where the user registers the URL. */
	webhookSecret: string;
}

/** Those of the credential win. */
export function secretsOf(credential: ICredentialDataDecryptedObject, old: TriggerOptions): Secrets {
	return {
		signatureSecret: String(credential.signatureSecret || old.signatureSecret || ''),
		webhookSecret: String(credential.webhookSecret || old.webhookSecret || ''),
	};
}
