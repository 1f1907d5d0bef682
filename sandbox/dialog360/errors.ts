import { randomBytes } from 'node:crypto';

import type { Checked, Contract, Findings } from '../shared/contract';
import { Refusal } from '../shared/provider';

/** What WhatsApp's codes are called. https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const TITLES: Readonly<Record<number, string>> = {
	100: 'Invalid parameter',
	131008: 'Required parameter is missing',
	131009: 'Parameter value is not valid',
	131026: 'Message undeliverable',
	131047: 'Re-engagement message',
	131050: 'User has stopped receipt of marketing messages from this business',
	131053: 'Media upload error',
	131056: '(Business Account, Consumer Account) pair rate limit hit',
	132000: 'Template Param Count Mismatch',
	132001: 'Template does not exist',
	132005: 'Template Hydrated Text Too Long',
	132012: 'Template Parameter Format Mismatch',
	132015: 'Template is Paused',
	132016: 'Template is Disabled',
	131062: 'Business-scoped user ID recipients are not supported for this message',
};

const HTTP_STATUS: Readonly<Record<number, number>> = { 132001: 404 };

/** A refusal as WhatsApp words it, passed on by 360dialog. */
export const metaRefusal = (code: number, details: string, subcode?: number): Refusal =>
	new Refusal(HTTP_STATUS[code] ?? 400, {
		error: {
			message: `(#${code}) ${titleOf(code)}`,
			type: 'OAuthException',
			code,
			...(subcode !== undefined && { error_subcode: subcode }),
			error_data: { messaging_product: 'whatsapp', details },
			fbtrace_id: randomBytes(8).toString('base64url'),
		},
	});

export const titleOf = (code: number): string => TITLES[code] ?? 'Something went wrong';

/** What a failed status says. https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages/status */
export const statusError = (code: number, details = titleOf(code)) => ({
	code,
	title: titleOf(code),
	message: titleOf(code),
	error_data: { details },
	href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
});

/** A refusal of 360dialog's own gateway. https://docs.360dialog.com/docs/support/api-error-message-list */
export const gatewayRefusal = (status: number, error: string): Refusal => new Refusal(status, { error });

/** The checked value, or what WhatsApp says of a parameter that is missing or wrong. */
export function accepted<T>(checked: Checked<T>): T {
	if (checked.ok) return checked.value;
	throw metaRefusal(codeOf(checked.findings), describe(checked.findings));
}

/** Like {@link accepted}, for a value inside of the body; its findings get the path in front. */
export function acceptedAt<T>(
	path: string,
	contract: Contract<T>,
	value: unknown,
	options: { allowUnknown: boolean },
): T {
	const checked = contract(value, options);
	if (checked.ok) return checked.value;
	const findings = Object.entries(checked.findings).map(
		([field, sentences]) => [isAboutAll(value, field, sentences) ? path : `${path}.${field}`, sentences] as const,
	);
	return accepted<T>({ ok: false, findings: Object.fromEntries(findings) });
}

/** `body` stands for the whole value, unless it is a property that is there, missing or unknown. */
const isAboutAll = (value: unknown, field: string, sentences: string[]): boolean =>
	field === 'body' &&
	!(typeof value === 'object' && value !== null && field in value) &&
	!sentences.some((sentence) => /^(Missing|Unknown)/.test(sentence));

function codeOf(findings: Findings): number {
	const sentences = Object.values(findings).flat();
	if (sentences.some((sentence) => sentence.startsWith('Missing'))) return 131008;
	return sentences.every((sentence) => sentence.startsWith('Unknown')) ? 100 : 131009;
}

const describe = (findings: Findings): string =>
	Object.entries(findings)
		.map(([field, sentences]) => `${field}: ${[...new Set(sentences)].join(' ')}`)
		.join('; ');
