import { isEmpty } from '../answer';
import type { HttpAnswer } from '../answer';
import { NOT_CARRIED_OUT } from './answerOutcome';
import type { Provider } from '../provider';

type Explanation = ReturnType<Provider['explain']>;

/** Refusals that say enough by their status. */
const TELLING = new Set([401, 403, 404, 429]);

/**
 * The cause in plain words and the next step, for an answer that is not good: the provider's, as far as it is the
 * provider that says it.
 *
 * @param text what the answer says
 */
export function explained(provider: Provider, answer: HttpAnswer, text: string): Explanation {
	const { displayName: name } = provider;
	const { statusCode, body, isRead } = answer;
	if (NOT_CARRIED_OUT.has(statusCode)) {
		return {
			cause: 'Who answers so carries nothing out. A network that wants a login first may have answered instead.',
			nextStep: 'Check the base URL in the credential, and the network of this n8n.',
		};
	}
	if (statusCode >= 400 && statusCode < 500 && isPage(body)) {
		return {
			cause: `A web page is no answer of ${name}'s: a proxy, a firewall or a gateway answered in its place.`,
			nextStep: `Check the base URL in the credential, and what stands between this n8n and ${name}.`,
		};
	}
	// Some say it with another status.
	const isForRate = provider.throttle(answer) !== undefined;
	const own = provider.explain(isForRate ? { ...answer, statusCode: 429 } : answer, text);
	if (statusCode >= 500 && isRead && own.code === undefined) {
		return {
			...own,
			cause: `${name} could not process the request, which only reads.`,
			nextStep: 'Run it again later.',
		};
	}
	if (statusCode < 400 || statusCode >= 500 || provider.readError(body) !== '') return own;
	const isTold = TELLING.has(statusCode) || own.code !== undefined;
	const nextStep = isTold ? own.nextStep : `${name} gives no reason. Check the fields of this node, then run it again.`;
	if (isEmpty(body) && !isTold) return { ...own, nextStep };
	const proxy = `The answer holds no words of ${name}'s: check the proxy too, if there is one.`;
	return { ...own, nextStep: `${nextStep} ${proxy}` };
}

function isPage(body: unknown): boolean {
	return typeof body === 'string' && /^\s*</.test(body);
}
