import { createHmac } from 'crypto';
import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { idText } from '../../../shared/json';
import { CachedSecrets } from '../../../shared/trigger/secrets/cachedSecret';
import { onlyHeader } from '../../../shared/trigger/incomingCall';
import { sameSecret } from '../../../shared/trigger/secrets/sameSecret';
import { dialog360 } from '../../provider/provider';
import type { TriggerOptions } from '../form/settings';
import { registeredNumber, secretOf } from '../registration/staticData';
import { SECRET_HEADER, secretsOf } from './secrets';
import type { Secrets } from './secrets';

/**
 * Hexadecimal HMAC-SHA256 of the body
 * (https://docs.360dialog.com/partner/onboarding/webhook-events-and-setup/signature-validation).
 */
const SIGNATURE_HEADER = 'x-360dialog-signature';

/** What a credential tells of the calls that are let in. */
interface Admission {
	credential: ICredentialDataDecryptedObject;
	/** The number that calls are to be about; null where it is left open. */
	phoneNumberId: string | null;
}

const known = new CachedSecrets<Admission>();

/**
 * Verifies a call by its headers and its bytes.
 *
 * @returns the number that it may be about, null where that is not known; or why the call is refused: it lacks what
 * shows that 360dialog makes it
 */
export async function verifyCall(
	context: IWebhookFunctions,
	raw: Buffer,
	options: TriggerOptions,
): Promise<{ phoneNumberId: string | null } | { objection: string }> {
	let objection: string | undefined;
	const admission = await known.accepting(
		context.getNode().credentials?.[dialog360.credential]?.id,
		async () => await readAdmission(context),
		({ credential }) => {
			objection = objectionTo(context, raw, options, secretsOf(credential, options));
			return objection === undefined;
		},
	);
	if (!admission) return { objection: String(objection) };
	const learned = options.registration === 'manual' ? null : registeredNumber(context);
	return { phoneNumberId: admission.phoneNumberId ?? learned };
}

function objectionTo(
	context: IWebhookFunctions,
	raw: Buffer,
	{ registration, verifyCalls = true }: TriggerOptions,
	{ signatureSecret, webhookSecret }: Secrets,
): string | undefined {
	if (!verifyCalls) return undefined;
	const secret = registration === 'manual' ? webhookSecret : secretOf(context);
	if (!secret && !signatureSecret) return 'The trigger has no secret to verify calls with';
	if (secret && !sameSecret(onlyHeader(context, SECRET_HEADER.toLowerCase()), secret))
		return 'The secret is missing or wrong';
	if (signatureSecret && !isSigned(raw, onlyHeader(context, SIGNATURE_HEADER), signatureSecret))
		return 'The signature is missing or wrong';
	return undefined;
}

async function readAdmission(context: IWebhookFunctions): Promise<Admission> {
	const {
		phoneNumberId,
		signatureSecret = '',
		webhookSecret = '',
	} = await context.getCredentials(dialog360.credential);
	return { credential: { signatureSecret, webhookSecret }, phoneNumberId: idText(String(phoneNumberId ?? '').trim()) };
}

function isSigned(raw: Buffer, signature: string | undefined, secret: string): boolean {
	if (signature === undefined) return false;
	const expected = createHmac('sha256', secret).update(raw).digest('hex');
	return sameSecret(signature.replace(/^sha256=/, '').toLowerCase(), expected);
}
