import { amountOf, decimal } from '../../../nodes/shared/input/number';

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
});

it('a number with thousands that are set apart has one meaning in two separators or several', () => {
	expect(['1.234.567', '-1,234.50', '1 234'].map((value) => decimal('Latitude', value))).toEqual([
		1_234_567, -1234.5, 1234,
	]);
	expect(() => decimal('Latitude', '1.234.567', { max: 90 })).toThrow(
		"'Latitude' holds 1234567; it must be 90 or less",
	);
});
