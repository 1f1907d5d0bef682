import { createHmac } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { sameSecret } from '../../../shared/trigger/sameSecret';
import type { TriggerOptions } from '../form/settings';
import { secretOf } from '../registration/staticData';

/** 360dialog sends whatever headers are registered with a URL (https://docs.360dialog.com/docs/messaging/webhook). */
export const SECRET_HEADER = 'X-Webhook-Secret';

/** Hexadecimal HMAC-SHA256 of the body (https://docs.360dialog.com/partner/onboarding/webhook-events-and-setup/signature-validation). */
const SIGNATURE_HEADER = 'x-360dialog-signature';

/**
 * Why a call may not start the workflow: it lacks what shows that 360dialog makes it. Undefined for a good one. Node
 * joins a doubled header with a comma, so that it fits nothing.
 */
export function objection(context: IWebhookFunctions, raw: Buffer, options: TriggerOptions): string | undefined {
	const { registration, signatureSecret, verifyCalls = true, webhookSecret } = options;
	if (!verifyCalls) return undefined;
	const headers = context.getHeaderData() as Record<string, unknown>;
	const secret = registration === 'manual' ? webhookSecret : secretOf(context);
	if (!secret && !signatureSecret) return 'The trigger has no secret to verify calls with';
	if (secret && !sameSecret(headers[SECRET_HEADER.toLowerCase()], secret)) return 'The secret is missing or wrong';
	if (signatureSecret && !isSigned(raw, headers[SIGNATURE_HEADER], signatureSecret))
		return 'The signature is missing or wrong';
	return undefined;
}

function isSigned(raw: Buffer, signature: unknown, secret: string): boolean {
	if (typeof signature !== 'string') return false;
	const expected = createHmac('sha256', secret).update(raw).digest('hex');
	return sameSecret(signature.replace(/^sha256=/, '').toLowerCase(), expected);
}
