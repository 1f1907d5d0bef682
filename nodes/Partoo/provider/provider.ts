import type { HttpAnswer } from '../../shared/transport/answer';
import { oneLine } from '../../shared/failures/oneLine';
import type { Provider } from '../../shared/transport/provider';
import { isRateRefusal } from '../../shared/transport/answers/rateRefusal';
import { partooBaseUrl } from './environment';

/**
 * Partoo answers what it refuses in two shapes, `{ errors: … }` and `{ error: … }`; the value is a text, a list, or
 * fields with texts, sometimes below `json` (https://developers.partoo.co, guide "Errors").
 */
function readError(body: unknown): string {
	if (typeof body !== 'object' || body === null) return '';
	const { errors, error, message } = body as Record<string, unknown>;
	const found = errors ?? error ?? message;
	if (typeof found !== 'object' || found === null || Array.isArray(found)) return oneLine(found);
	const { json, ...rest } = found as Record<string, unknown>;
	return [oneLine(json), oneLine(rest)].filter(Boolean).join('; ');
}

const CHECK_KEY =
	'Check the API key in the credential: it may be mistyped, expired or revoked, or belong to the other environment.';

function explain({ statusCode }: HttpAnswer): { cause?: string; nextStep: string } {
	if (statusCode === 401) return { cause: 'Partoo does not know the API key.', nextStep: CHECK_KEY };
	if (statusCode === 403) {
		return {
			cause: "The key's role or permissions do not allow this, or its IP list does not hold the address of this n8n.",
			nextStep:
				'Ask an admin of the organization for the permission, or use a key of an ORG_ADMIN. For a message, check that the conversation is open, not expired and without issues.',
		};
	}
	if (statusCode === 404) {
		return {
			cause: 'Partoo does not have it, or the key may not see it.',
			nextStep: 'Check the ID, and that the credential is for the right organization and environment.',
		};
	}
	if (statusCode === 429) {
		return {
			cause: 'Partoo takes 300 requests a minute from an organization.',
			nextStep: 'Wait a minute and run it again, or ask Partoo for a higher limit.',
		};
	}
	if (statusCode >= 500) {
		return {
			cause: 'Partoo could not process the request; whether it was carried out is not known.',
			nextStep: 'Look in Partoo whether it was done before you repeat it.',
		};
	}
	if (statusCode >= 300 && statusCode < 400) {
		return { nextStep: 'Check the base URL in the credential: the API answers without redirects.' };
	}
	return { nextStep: 'Change what Partoo names above and run it again.' };
}

/** What the shared rooms need to know of Partoo. */
export const partoo: Provider = {
	id: 'partoo',
	displayName: 'Partoo',
	credential: 'partooApi',
	baseUrl: partooBaseUrl,
	// 300 requests a minute (guide "Rate limits") are used up by five at a time even when each takes a second.
	maxInFlight: 5,
	throttle: (answer) => (isRateRefusal(answer, readError) ? {} : undefined),
	readError,
	explain,
};
