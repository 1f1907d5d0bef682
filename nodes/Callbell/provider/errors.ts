import { oneLine } from '../../shared/failures/oneLine';
import { asObject, entryOf, idText } from '../../shared/json';
import type { HttpAnswer } from '../../shared/transport/answer';
import { usualStatus } from '../../shared/transport/answers/usualStatus';

interface Explanation {
	cause?: string;
	nextStep: string;
	code?: string;
}

/** Codes that Callbell documents as stable (https://docs.callbell.eu/api/reference/errors). */
export const CODES: Record<string, Explanation> = {
	whatsapp_wallet_depleted_credit: {
		cause:
			'The WhatsApp credit of the Callbell account is used up. Templates cost credit and, since October 2026, other messages do beyond the first 1,000 of a number and month.',
		nextStep: 'Top up the WhatsApp credit in Callbell and run it again.',
	},
};

/** The labels of the fields that Callbell names, where they differ much. */
const LABELS: Record<string, string> = {
	assigned_user: 'Assigned User',
	bot_status: 'Bot Status',
	bsuid: 'BSUID',
	channel_uuid: 'Channel',
	'content.text': 'Text',
	'content.url': 'Media URL',
	custom_fields: 'Custom Fields',
	fields: 'Response Fields',
	from: 'From',
	funnel_id: 'Funnel',
	identifier: 'Identifier',
	metadata: 'Metadata',
	name: 'Name',
	note: 'Note',
	optin_contact: 'Opt-in Confirmed',
	source: 'Source',
	status: 'Status',
	tags: 'Tags',
	team_uuid: 'Team',
	template_uuid: 'Template',
	template_values: 'Fields',
	to: 'Recipient',
	type: 'Type',
};

const STATUSES: Record<number, Explanation> = {
	401: {
		cause: 'Callbell does not know the API key.',
		nextStep: 'Check the API key in the credential: it may be mistyped, or deleted in Callbell.',
	},
	403: {
		cause: 'The account or its plan does not allow this.',
		nextStep: 'Check the plan of the account in Callbell, and that the API key is for the right account.',
	},
	404: {
		cause: 'Callbell does not have it, or it belongs to another account.',
		nextStep: 'Check the UUID or phone number, and that the credential is for the right account.',
	},
	429: {
		cause: 'Callbell takes 300 requests a second from an account.',
		nextStep: 'Wait a minute and run it again.',
	},
};

/**
 * Callbell's words: `{ error: "text" }`, or `{ error: { field: ["text"] } }`, with a `code` beside it in some cases
 * (https://docs.callbell.eu/api/reference/errors).
 */
export function readError(body: unknown): string {
	const { error, message } = asObject(body);
	return oneLine(error ?? message);
}

export function explain({ statusCode, body, path }: HttpAnswer): Explanation {
	const { code: given, error } = asObject(body);
	const code = idText(given) ?? undefined;
	const missing = statusCode === 404 ? notFound(path) : undefined;
	const known = entryOf(CODES, code) ?? missing ?? STATUSES[statusCode];
	return { ...(known ?? byField(Object.keys(asObject(error)), path) ?? usualStatus('Callbell', statusCode)), code };
}

/** Which field named what Callbell does not have, by the path that was asked for. */
const NAMED_IN: Array<[RegExp, string]> = [
	[/\/update_funnel$/, "'Contact' and 'Funnel'"],
	[/^\/contacts\/phone\/./, "'Contact' and 'Channel'"],
	[/^\/contacts\/./, "'Contact'"],
	[/^\/messages(?!\/send$)/, "'Message ID'"],
	[/^\/templates\/./, "'Template'"],
	[/^\/channels\/./, "'Channel'"],
	[/^\/teams\/./, "'Team'"],
];

function notFound(path = ''): Explanation | undefined {
	const labels = NAMED_IN.find(([pattern]) => pattern.test(path))?.[1];
	if (labels === undefined) return undefined;
	return {
		cause: `Callbell does not have what ${labels} names, or it belongs to another account.`,
		nextStep: `Check ${labels}, and that the credential is for the right account.`,
	};
}

/** What has no label came with *Additional Body Fields*, as a name does beside a message. */
function byField(fields: string[], path = ''): Explanation | undefined {
	if (fields.length === 0) return undefined;
	const labels = fields.map((field) => {
		const label = field === 'name' && path.startsWith('/messages') ? undefined : entryOf(LABELS, field);
		return label === undefined ? `"${field}"` : `'${label}'`;
	});
	return { nextStep: `Change ${labels.join(', ')} and run it again.` };
}
