import { createHmac } from 'crypto';
import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { idText } from '../../../shared/json';
import { CachedSecrets } from '../../../shared/trigger/secrets/cachedSecret';
import { onlyHeader } from '../../../shared/trigger/incomingCall';
import { sameSecret } from '../../../shared/trigger/secrets/sameSecret';
import { dialog360 } from '../../provider/provider';
import { sharingOf } from '../../../shared/trigger/sharing/incoming';
import type { Sharing } from '../../../shared/trigger/sharing/incoming';
import { givenSecret, shareKey } from '../../../shared/trigger/sharing/shareKey';
import type { TriggerOptions } from '../form/settings';
import { notedKeys, registeredNumber, secretOf } from '../registration/staticData';
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
	/** What the triggers of the account have in common. */
	key: string;
	/** The number that calls are to be about; null where it is left open. */
	phoneNumberId: string | null;
}

const known = new CachedSecrets<Admission>();

/**
 * Verifies a call by its headers and its bytes.
 *
 * @returns how it came, and the number that it may be about, null where that is not known; or why the call is refused:
 * it lacks what shows that 360dialog makes it
 */
export async function verifyCall(
	context: IWebhookFunctions,
	raw: Buffer,
	options: TriggerOptions,
): Promise<{ phoneNumberId: string | null; sharing: Sharing } | { objection: string }> {
	let objection: string | undefined;
	let sharing: Sharing | undefined;
	const admission = await known.accepting(
		context.getNode().credentials?.[dialog360.credential]?.id,
		async () => await readAdmission(context),
		({ credential, key }) => {
			const shared = sharingOf(context, raw, [key, ...notedKeys(context)], options.internalAddress);
			if ('objection' in shared) objection = shared.objection;
			else {
				sharing = shared;
				objection = objectionTo(context, { raw, sharing, options, secrets: secretsOf(credential, options) });
			}
			return objection === undefined;
		},
	);
	if (!admission || !sharing) return { objection: String(objection) };
	const learned = options.registration === 'manual' ? null : registeredNumber(context);
	return { phoneNumberId: admission.phoneNumberId ?? learned, sharing };
}

function objectionTo(
	context: IWebhookFunctions,
	call: { raw: Buffer; sharing: Sharing; options: TriggerOptions; secrets: Secrets },
): string | undefined {
	const { raw, sharing, options, secrets } = call;
	const { registration, verifyCalls = true } = options;
	const { signatureSecret, webhookSecret } = secrets;
	if (!verifyCalls || sharing.question !== undefined) return undefined;
	// Whoever hands a call on has proved itself and has checked the secret that is its own.
	if (!sharing.isHandedOn) {
		const secret = registration === 'manual' ? webhookSecret : secretOf(context);
		if (!secret && !signatureSecret) return 'The trigger has no secret to verify calls with';
		if (secret && !isSecret(context, [secret, givenSecret(sharing.reach.key, sharing.reach.own.address)]))
			return 'The secret is missing or wrong';
	}
	if (signatureSecret && !isSigned(raw, onlyHeader(context, SIGNATURE_HEADER), signatureSecret))
		return 'The signature is missing or wrong';
	return undefined;
}

function isSecret(context: IWebhookFunctions, secrets: string[]): boolean {
	const sent = onlyHeader(context, SECRET_HEADER.toLowerCase());
	return secrets.some((secret) => sameSecret(sent, secret));
}

async function readAdmission(context: IWebhookFunctions): Promise<Admission> {
	const {
		apiKey,
		phoneNumberId,
		signatureSecret = '',
		webhookSecret = '',
	} = await context.getCredentials(dialog360.credential);
	const key = shareKey(context, apiKey);
	return {
		credential: { signatureSecret, webhookSecret },
		key,
		phoneNumberId: idText(String(phoneNumberId ?? '').trim()),
	};
}

function isSigned(raw: Buffer, signature: string | undefined, secret: string): boolean {
	if (signature === undefined) return false;
	const expected = createHmac('sha256', secret).update(raw).digest('hex');
	return sameSecret(signature.replace(/^sha256=/, '').toLowerCase(), expected);
}
