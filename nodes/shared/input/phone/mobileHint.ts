import { canBeMobile } from './phoneNumber';

/**
 * What may be the reason why WhatsApp refuses a number that cannot be a mobile one: mostly it has no account of it.
 *
 * @param digits with the country code; anything else gets no hint
 */
export function mobileHint(digits: string): string | undefined {
	if (!/^\d+$/.test(digits) || canBeMobile(digits)) return undefined;
	return `By the rules of its country, ${digits} cannot be a mobile number: check it.`;
}
