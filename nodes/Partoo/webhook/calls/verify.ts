import { verify } from 'crypto';
import type { KeyObject } from 'crypto';
import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { CachedSecrets } from '../../../shared/trigger/secrets/cachedSecret';
import { onlyHeader } from '../../../shared/trigger/incomingCall';
import { sameSecret } from '../../../shared/trigger/secrets/sameSecret';
import { PROOF_HEADER } from '../../../shared/trigger/sharing/ask';
import { sharingOf } from '../../../shared/trigger/sharing/incoming';
import type { Sharing } from '../../../shared/trigger/sharing/incoming';
import { shareKey } from '../../../shared/trigger/sharing/shareKey';
import { partoo } from '../../provider/provider';
import type { TriggerOptions } from '../form/settings';
import { notedKeys } from '../registration/staticData';
import { webhookKey } from './publicKey';
import { SECRET_PARAMETER, urlSecretOf } from './urlSecret';

/** https://developers.partoo.co/guides/api/resources/settings/webhooks/security */
const SIGNATURE_HEADER = 'x-partoo-signature-v1';

/**
 * 64 bytes in base64 have 88 characters, and the last one before the padding holds four bits that must be zero. Node
 * reads base64 leniently, so without this many other texts would pass for a signature too.
 */
const SIGNATURE = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

/** What calls are verified with. */
interface Proofs {
	/** Absent where signatures are not verified. */
	key?: KeyObject;
	urlSecret: ICredentialDataDecryptedObject[string];
	/** What the triggers of the account have in common. */
	shareKey: string;
	/** The organization that the credential names; empty for none. */
	organizationId: string;
}

const known = new CachedSecrets<Proofs>();

/**
 * Verifies a call by its URL and its bytes: Ed25519 over the body as it came. Nothing else is part of what is signed,
 * no time and no URL, so that a call which somebody recorded can be sent again; see the memory of what was said.
 *
 * @returns the organization that the credential names, or why the call is refused
 */
export async function verifyCall(
	context: IWebhookFunctions,
	raw: Buffer,
	options: TriggerOptions,
): Promise<{ organizationId: string; sharing: Sharing } | { objection: string }> {
	const { verifySignature: isSigned = true } = options;
	const signature = isSigned ? signatureOf(context) : undefined;
	if (isSigned && !signature && !mayBeQuestion(context)) return { objection: 'The signature is missing or wrong' };
	const sent = (context.getQueryData() as Record<string, unknown>)[SECRET_PARAMETER];
	const id = context.getNode().credentials?.[partoo.credential]?.id;
	let objection = '';
	let sharing: Sharing | undefined;
	const proofs = await known.accepting(
		id && `${id} ${isSigned}`,
		async () => await readProofs(context, isSigned),
		({ key, urlSecret, shareKey: current }) => {
			const shared = sharingOf(context, raw, [current, ...notedKeys(context)], options.internalAddress);
			if ('objection' in shared) return (objection = shared.objection) === '';
			sharing = shared;
			// Another trigger has proved itself, with the call or where it registered the URL.
			const secret = shared.isHandedOn || shared.isSealed ? '' : urlSecretOf({ urlSecret }, options);
			objection = secret && !sameSecret(sent, secret) ? 'The secret in the URL is missing or wrong' : '';
			if (shared.question !== undefined) return true;
			const isGenuine = !key || (signature !== undefined && verify(null, raw, key, signature));
			if (!objection && !isGenuine) objection = 'The signature is missing or wrong';
			return objection === '';
		},
	);
	return proofs && sharing ? { organizationId: proofs.organizationId, sharing } : { objection };
}

async function readProofs(context: IWebhookFunctions, isSigned: boolean): Promise<Proofs> {
	const credential = await context.getCredentials(partoo.credential);
	return {
		shareKey: shareKey(context, credential.apiKey),
		key: isSigned ? webhookKey(credential) : undefined,
		urlSecret: credential.urlSecret ?? '',
		organizationId: String(credential.organizationId ?? '').trim(),
	};
}

/** Another trigger of this n8n asks without Partoo's signature, but with a proof of its own. */
function mayBeQuestion(context: IWebhookFunctions): boolean {
	return context.getHeaderData()[PROOF_HEADER] !== undefined;
}

function signatureOf(context: IWebhookFunctions): Buffer | undefined {
	const value = onlyHeader(context, SIGNATURE_HEADER);
	return value !== undefined && SIGNATURE.test(value) ? Buffer.from(value, 'base64') : undefined;
}
