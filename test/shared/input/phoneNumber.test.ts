import { phoneNumber } from '../../../nodes/shared/input/phoneNumber';

const read = (value: unknown, code?: unknown) => phoneNumber('Recipient', value, code);

describe('a phone number', () => {
	it.each([
		['+4915112345678', '4915112345678'],
		['4915112345678', '4915112345678'],
		[4915112345678, '4915112345678'],
		['0049 151 12345678', '4915112345678'],
		['+49 (0) 151 12345678', '4915112345678'],
		['0049(0)151-12345678', '4915112345678'],
		['+49 (151) 123.456/78', '4915112345678'],
		['+1 (650) 555-1234', '16505551234'],
		['\u202A+33\u00A06 12 34 56 78\u202C', '33612345678'],
		['+33–6–12–34–56–78', '33612345678'],
		["'+33612345678", '33612345678'],
		['tel:+33612345678', '33612345678'],
		['whatsapp:+33612345678', '33612345678'],
		['33612345678.0', '33612345678'],
	])('%s is read as %s', (value, digits) => {
		expect(read(value)).toBe(digits);
	});

	it.each([
		['0151 12345678', '49', '4915112345678'],
		['(0) 151 12345678', '+49', '4915112345678'],
		['06 12 34 56 78', '0033', '33612345678'],
		['612345678', '34', '34612345678'],
		['34612345678', '34', '34612345678'],
		['650 555 1234', '1', '16505551234'],
		['1 650 555 1234', '1', '16505551234'],
		['06 1234 5678', '39', '390612345678'],
		['393 123 4567', '39', '393931234567'],
		['39 393 123 4567', '39', '393931234567'],
		['55 98765 4321', '55', '5555987654321'],
		['+33 6 12 34 56 78', '49', '33612345678'],
		['0033612345678', '49', '33612345678'],
	])('%s with the default country code %s is %s', (value, code, digits) => {
		expect(read(value, code)).toBe(digits);
	});

	it.each([
		['', 'is empty'],
		[null, 'is empty'],
		['3.36E+10', 'a spreadsheet has rounded the phone number'],
		['3,36e10', 'a spreadsheet has rounded the phone number'],
		[3.36e25, 'a spreadsheet has rounded the phone number'],
		['0151 12345678', 'without its country code'],
		['+0151 12345678', 'without its country code'],
		['Ann', 'is no phone number'],
		['+33612345678 or +33612345679', 'is no phone number'],
		['12345', 'makes 5 digits'],
		['+1234567890123456', 'makes 16 digits'],
	])('%s is refused', (value, reason) => {
		expect(() => read(value)).toThrow(reason);
	});

	it('wants a country code of digits', () => {
		expect(() => read('0151', 'DE')).toThrow("'Default Country Code' must be 1 to 4 digits");
	});
});
