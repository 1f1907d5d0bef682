import type { ICredentialTestRequest } from 'n8n-workflow';

type Rules = NonNullable<ICredentialTestRequest['rules']>;
type Rule = Rules[number];

/** Rules of both kinds: n8n asks each of them, although its type is a list of one kind. */
export function testRules(...rules: Rule[]): Rules {
	return rules as Rules;
}

/** What turns a credential's test red when the answer has a status that refuses the key. */
export function refusedKey(value: number, message: string): Rule {
	return { type: 'responseCode', properties: { value, message } };
}

/**
 * What turns a credential's test red although the answer has a good status. n8n's rules know nothing but "this field
 * has this value"; a field that is not there has the value `undefined`.
 */
export function notTheAnswer(provider: string, key: string, value?: unknown): Rule {
	return {
		type: 'responseSuccessBody',
		properties: {
			key,
			value,
			message: `Something answers that is not ${provider}, or ${provider} answers without what the key opens. Check the environment and the base URL, and whether a proxy, a firewall or the login page of a network answers in its place.`,
		},
	};
}

/**
 * A web page and an empty answer by what they are as texts: their first letter and their length. For a test whose good
 * answers have no field in common.
 */
export const WEB_PAGES = [
	{ key: '0', value: '<' },
	{ key: 'length', value: 0 },
];
