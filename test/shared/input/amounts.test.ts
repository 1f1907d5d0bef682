import { amountOf } from '../../../nodes/shared/input/templates/amount';
import { decimal } from '../../../nodes/shared/input/number';

describe('an amount of money', () => {
	it.each<[unknown, number]>([
		[12.5, 12.5],
		['12.50', 12.5],
		['12,50', 12.5],
		['12.50 €', 12.5],
		['€12,50', 12.5],
		['EUR 12.50', 12.5],
		['12,50EUR', 12.5],
		['1.299,00', 1299],
		['1,299.00 €', 1299],
		['EUR 1.299.000', 1_299_000],
		['1.299.000,50', 1_299_000.5],
		['1 299,00 €', 1299],
		["1'299.00", 1299],
		['0', 0],
	])('%p is %p', (value, expected) => expect(amountOf('Amount', value, 'EUR')).toBe(expected));

	it.each<[unknown, string]>([
		[-5, 'holds -5; it must be 0 or more'],
		['-5,00 €', 'holds -5; it must be 0 or more'],
		['USD 12.50', 'holds "USD 12.50", an amount in USD beside the currency code EUR'],
		['£12.50', 'an amount in £ beside the currency code EUR'],
		['1,299', 'which may be 1299 or 1.299'],
		['1.299 €', 'which may be 1299 or 1.299'],
		['1.2999,00', 'is no number'],
		['12.50 to 15', 'is no number'],
		['twelve', 'is no number'],
		['€', 'is empty'],
	])('%p is refused', (value, message) => expect(() => amountOf('Amount', value, 'EUR')).toThrow(message));

	it.each<[string, string, number]>([
		['R$ 12,90', 'BRL', 12.9],
		['12,90 zł', 'PLN', 12.9],
		['120 kr', 'SEK', 120],
		['120 kr.', 'DKK', 120],
		['kr 1 200,50', 'NOK', 1200.5],
		['12,-', 'EUR', 12],
		['1 299:-', 'SEK', 1299],
		['￥1200', 'JPY', 1200],
		['₵ 50', 'GHS', 50],
		['S$12', 'SGD', 12],
		['12.50 Dollar', 'USD', 12.5],
		['£12', 'EGP', 12],
		['12,- €', 'EUR', 12],
		['1.299,-', 'EUR', 1299],
		['1.299,-- €', 'EUR', 1299],
		['CHF 12.–', 'CHF', 12],
		["Fr. 1'299.—", 'CHF', 1299],
		["1'200.50", 'CHF', 1200.5],
		["1'200.5", 'CHF', 1200.5],
		['1 200,50 €', 'EUR', 1200.5],
		['1\u00A0200,50\u00A0€', 'EUR', 1200.5],
		['1\u202F200,50\u202F€', 'EUR', 1200.5],
		['\u200E12.90\u00A0₪', 'ILS', 12.9],
		['Rs.12', 'INR', 12],
		['₹1,00,000.50', 'INR', 100_000.5],
		['S/.12', 'PEN', 12],
		['$.50', 'USD', 0.5],
		['$12.50', 'MXN', 12.5],
		['US$ 12.50', 'USD', 12.5],
		['12.50 dollars', 'USD', 12.5],
		['12,50 Euro', 'EUR', 12.5],
		['12.50 usd', 'USD', 12.5],
		['¥1200', 'JPY', 1200],
		['2 500 Ft', 'HUF', 2500],
		['12,50 Kč', 'CZK', 12.5],
		['12,50 лв.', 'BGN', 12.5],
	])('%p in %s is %p', (value, code, expected) => expect(amountOf('Amount', value, code)).toBe(expected));

	it.each<[string, string, string]>([
		['$12.50', 'EUR', 'an amount in $ beside the currency code EUR'],
		['120 kr', 'EUR', 'an amount in kr beside'],
		['R$ 12,90', 'USD', 'an amount in R$ beside'],
		['12,90 zł', 'CZK', 'an amount in zł beside'],
		['-5 zł', 'PLN', 'holds -5; it must be 0 or more'],
		['5-', 'EUR', 'holds "5-", which is no number'],
		['(5,00)', 'EUR', 'is no number'],
		['12,90 €/Stück', 'EUR', 'is no number'],
		['ab 12,90 €', 'EUR', 'is no number'],
		['12%', 'EUR', 'is no number'],
		['12,90&nbsp;&euro;', 'EUR', 'is no number'],
		['1.200,5,0', 'EUR', 'is no number'],
		['12 50', 'EUR', 'is no number'],
		['12.50.-', 'CHF', 'holds "12.50.-", which is no number'],
		['CHF 1.2999,--', 'CHF', 'holds "CHF 1.2999,--", which is no number'],
		['12:50', 'EUR', 'is no number'],
		['1.299 kr', 'SEK', 'which may be 1299 or 1.299'],
		['1.299', 'KWD', 'which may be 1299 or 1.299'],
	])('%p in %s is refused', (value, code, message) => expect(() => amountOf('Amount', value, code)).toThrow(message));
});

it('a number with thousands that are set apart has one meaning in two separators or several', () => {
	expect(['1.234.567', '-1,234.50', '1 234'].map((value) => decimal('Latitude', value))).toEqual([
		1_234_567, -1234.5, 1234,
	]);
	expect(() => decimal('Latitude', '1.234.567', { max: 90 })).toThrow(
		"'Latitude' holds 1234567; it must be 90 or less",
	);
});
