import { clip } from '../../failures/clip';
import { badField } from '../../failures/failure';
import { decimal } from '../number';
import { text } from '../text';

/**
 * What stands before an amount, the amount, and what stands behind it. A dot behind letters is theirs: `Rs.12` are
 * twelve rupees.
 */
const AMOUNT = /^(\D*?)((?:[+-]?\d|(?<=^|[\s\p{Sc}])[+-]?[.,]\d)(?:.*\d)?)?(\D*)$/su;
/** What stands for no cents, e.g. in `12,-`, `12.–`, `CHF 12.--` or, in Sweden, `12:-`. */
const COLON_OF_NO_CENTS = /(?<=\d):(?=[-–—−])/;
const NO_CENTS = /(?<=\d)([.,])[-–—−]{1,2}(?!\d)/;

/** Signs and names that people write, beside those that Intl knows, by the code of their currency. */
const OTHER_SIGNS: Record<string, string> = {
	AUD: 'AU$',
	BGN: 'лв lv',
	CAD: 'C$',
	CHF: 'Fr sFr Franken',
	CNY: 'RMB 元',
	EGP: 'E£ £ LE',
	EUR: 'euro',
	GBP: 'pound pounds',
	INR: 'Rs',
	JPY: '円',
	PEN: 'S/',
	RON: 'lei',
	RUB: 'руб р',
	SGD: 'S$',
	TRY: 'TL',
	USD: 'US$ U$S dollar dollars',
};

/**
 * An amount of money, with or without the currency's code, sign or name: `12.50`, `12,50 €`, `R$ 12,90`, `120 kr`,
 * `CHF 12.–`.
 *
 * @param code of the currency, e.g. `EUR`
 * @throws Failure as {@link decimal} does, and when it is below zero or of another currency
 */
export function amountOf(label: string, value: unknown, code: string): number {
	const range = { min: 0, example: 12.5 };
	if (typeof value !== 'string') return decimal(label, value, range);
	const given = text(label, value)
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.trim();
	const read = (amount: string) => decimal(label, amount, { ...range, shown: given });
	const whole = given.replace(COLON_OF_NO_CENTS, ',').replace(NO_CENTS, '$100');
	const [, before = '', amount = '', behind = ''] = AMOUNT.exec(whole) ?? [];
	const other = [before.trim(), behind.trim()].find((sign) => sign !== '' && !isSignOf(code, sign));
	if (other === undefined) return read(amount);
	if (!isSign(other)) return read(/^\p{Sc}$/u.test(other) ? amount : given);
	throw badField(
		label,
		`holds "${clip(given)}", an amount in ${other} beside the currency code ${code}`,
		'Give amount and code of the same currency.',
	);
}

function isSign(sign: string): boolean {
	return /^[A-Z]{3}$/.test(sign) || Intl.supportedValuesOf('currency').some((code) => isSignOf(code, sign));
}

/** Whether a currency is written so; several have signs in common, e.g. `$` and `kr`. */
function isSignOf(code: string, sign: string): boolean {
	const signs = (['symbol', 'narrowSymbol', 'name'] as const).map((currencyDisplay) => {
		const format = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay });
		return format.formatToParts(2).find(({ type }) => type === 'currency')!.value;
	});
	return [code, ...signs, ...(OTHER_SIGNS[code]?.split(' ') ?? [])].some((one) => plain(one) === plain(sign));
}

function plain(sign: string): string {
	return sign.toLowerCase().replace(/\.+$/, '');
}
