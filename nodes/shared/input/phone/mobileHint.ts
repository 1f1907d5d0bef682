import { Failure } from '../../failures/failure';
import { settled } from '../../failures/settled';
import { canBeMobile } from './phoneNumber';

/**
 * Sends to a phone number, and says with a refusal when the number cannot be a mobile one: WhatsApp then mostly has no
 * account of it.
 *
 * @param digits with the country code; anything else gets no hint
 * @throws what `task` throws
 */
export async function withMobileHint<T>(digits: string, task: () => Promise<T>): Promise<T> {
	const result = await settled(task());
	if (result.status === 'fulfilled') return result.value;
	const reason: unknown = result.reason;
	const isRefusal = reason instanceof Failure && reason.outcome === 'refused' && reason.facts.httpCode !== undefined;
	if (!isRefusal || !/^\d+$/.test(digits) || canBeMobile(digits)) throw reason;
	throw new Failure({
		...reason.facts,
		nextStep: `${reason.facts.nextStep} By the rules of its country, ${digits} cannot be a mobile number: check it.`,
	});
}
