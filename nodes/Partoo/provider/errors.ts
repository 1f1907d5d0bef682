import { oneLine } from '../../shared/failures/oneLine';
import { asObject, entryOf, isObject } from '../../shared/json';
import type { HttpAnswer } from '../../shared/transport/answer';
import { usualStatus } from '../../shared/transport/answers/usualStatus';

interface Explanation {
	cause?: string;
	nextStep: string;
}

/** The labels of the fields that Partoo names. */
const LABELS: Record<string, string> = {
	assigned_user_id: 'User',
	business__in: 'Business',
	business_id: 'Business',
	consumer_image: 'Consumer Image',
	consumer_name: 'Consumer Name',
	content: 'Text',
	'content.url': 'URL',
	content_type: 'Message Type',
	conversation_id: 'Conversation',
	external_conversation_id: 'External Conversation ID',
	external_message_id: 'External Message ID',
	image: 'Input Binary Field',
	message_id: 'Message ID',
	org_id: 'Organization ID',
	per_page: 'Limit',
	query: 'Search',
	sender_type: 'Sender',
	status: 'Change',
	url: 'URL',
};

/** Keys of Partoo's refusals that are no names of fields. */
const NO_FIELDS = new Set(['_schema', 'authentication', 'authorization', 'message']);

/** Which field named what Partoo does not have, by the path that was asked for. */
const NAMED_IN: Array<[RegExp, string]> = [
	[/^\/messages\/./, "'Message ID'"],
	[/^\/messages$|^\/conversations\/./, "'Conversation'"],
	[/^\/custom-channels\/./, "'Channel ID'"],
];

const STATUSES: Record<number, Explanation> = {
	401: {
		cause: 'Partoo does not know the API key.',
		nextStep:
			'Check the API key in the credential: it may be mistyped, expired or revoked, or belong to the other environment.',
	},
	403: {
		cause: "The key's role or permissions do not allow this, or its IP list does not include the address of this n8n.",
		nextStep:
			'Ask an admin of the organization for the permission, or use a key of an ORG_ADMIN. For a message, check that the conversation is open, not expired and without issues.',
	},
	429: {
		cause: 'Partoo takes 300 requests a minute from an organization.',
		nextStep: 'Wait a minute and run it again, or ask Partoo for a higher limit.',
	},
};

/**
 * Partoo answers what it refuses in two shapes, `{ errors: … }` and `{ error: … }`; the value is a text, a list, or
 * fields with texts, sometimes below `json` (https://developers.partoo.co, guide "Errors").
 */
export function readError(body: unknown): string {
	if (typeof body !== 'object' || body === null) return '';
	const { errors, error, message } = body as Record<string, unknown>;
	const found = errors ?? error ?? message;
	if (typeof found !== 'object' || found === null || Array.isArray(found)) return oneLine(found);
	const { json, ...rest } = found as Record<string, unknown>;
	return [oneLine(json), oneLine(rest)].filter(Boolean).join('; ');
}

/** Paths of the fields that a refusal names, e.g. `content.url`. */
export function fieldsIn(body: unknown): string[] {
	const { errors, error } = asObject(body);
	const { json, ...rest } = asObject(errors ?? error);
	return pathsIn({ ...asObject(json), ...rest }).filter((path) => !NO_FIELDS.has(path));
}

function pathsIn(fields: object): string[] {
	return Object.entries(fields).flatMap(([key, value]) =>
		isObject(value) ? pathsIn(value).map((inner) => `${key}.${inner}`) : [key],
	);
}

/** The label of a field, or of that which it is a part of; its own name where it came with *Additional Body Fields*. */
function labelOf(field: string, path = ''): string {
	if (field === 'content' && path.startsWith('/custom-channels/')) return "'Content'";
	const names = field.split('.');
	const whole = names.map((_, index) => names.slice(0, names.length - index).join('.'));
	const label = whole.map((name) => entryOf(LABELS, name)).find((one) => one !== undefined);
	return label === undefined ? `"${field}"` : `'${label}'`;
}

/** The cause in plain words and the next step, for an answer that is not good. */
export function explain({ statusCode, body, path = '' }: HttpAnswer): Explanation {
	if (statusCode === 404) return notFound(NAMED_IN.find(([pattern]) => pattern.test(path))?.[1]);
	const labels = [...new Set(fieldsIn(body).map((field) => labelOf(field, path)))].join(', ');
	const isAboutFields = labels !== '' && statusCode >= 400 && statusCode < 500;
	const named = isAboutFields ? { nextStep: `Change ${labels} and run it again.` } : undefined;
	return STATUSES[statusCode] ?? named ?? usualStatus('Partoo', statusCode);
}

function notFound(label?: string): Explanation {
	return {
		cause: `Partoo does not have ${label ? `what ${label} names` : 'it'}, or the key may not see it.`,
		nextStep: `Check ${label ?? 'the ID'}, and that the credential is for the right organization and environment.`,
	};
}
