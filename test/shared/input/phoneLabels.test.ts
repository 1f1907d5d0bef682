import { phoneNumber } from '../../../nodes/shared/input/phone/phoneNumber';

const read = (value: unknown, code?: string) => phoneNumber('Recipient', value, code);

describe('a phone number with words around it', () => {
	it.each([
		'Tel.: +49 151 12345678',
		'Tel: +4915112345678',
		'Handy: +49 151 12345678',
		'Téléphone : +49 151 12345678',
		'WhatsApp: 0049 151 12345678',
		'+49 151 12345678 (mobil)',
		'+4915112345678 (WhatsApp Business)',
		'tel:+4915112345678',
		'tel: +49-151-12345678',
		'<+4915112345678>',
		'<tel:+49 151 12345678>',
		'Mobile: 0151 12345678 (privat)',
		'https://wa.me/4915112345678',
		'Tel. 0151 12345678',
		'Telefon 0151 12345678',
		'WhatsApp +49 151 12345678',
		'0151 12345678 mobil',
		'+49 151 12345678,',
		'++4915112345678',
	])('%s is read', (value) => expect(read(value, '49')).toBe('4915112345678'));

	it.each(['Fax: +49 30 123456', '+49 30 123456 (Fax)', 'Ann', 'Tel.:', 'call me: Ann', '+49 151 12345678 or Ann'])(
		'%s is refused',
		(value) => expect(() => read(value)).toThrow(`'Recipient' holds "${value}", which is no phone number`),
	);
});

describe('a number that begins with a 1 within its country', () => {
	it.each([
		['(11) 3333-4444', '55', '551133334444'],
		['11 2345 6789', '91', '911123456789'],
		['121 234 5678', '44', '441212345678'],
	])('%s is no time of a computer where it is written as people do', (value, code, digits) => {
		expect(read(value, code)).toBe(digits);
		expect(() => read('1796490000', code)).toThrow('which is a date or a time');
	});
});

describe('a number with its country code that lacks a digit', () => {
	it.each(['+31 6 1234567', '+44 7400 12345', '+91 98765 4321', '+49 151 1234'])('%s is refused', (value) =>
		expect(() => read(value)).toThrow('whose digits are too few or too many for its country'),
	);

	it.each(['+49 30 901820', '+43 1 51553', '+39 06 69812345'])('%s of a landline is not meant', (value) =>
		expect(read(value)).toBe(value.replace(/\D/g, '')),
	);
});

describe('what is no phone number', () => {
	it.each<[unknown, string]>([
		[true, 'holds true, which is no phone number'],
		[new Date(0), 'holds a date, which is no phone number'],
		['undefined', 'holds "undefined", which is no phone number'],
		[4915112345.5, 'holds 4915112345.5, which is no phone number'],
	])('is called so and not an ID: %p', (value, message) => expect(() => read(value)).toThrow(message));

	it('is a list, of which each entry is an item of its own', () => {
		expect(() => read(['+4915112345678', '+4915112345679'])).toThrow(
			expect.objectContaining({
				message: "'Recipient' holds a list of 2 entries",
				facts: expect.objectContaining({ nextStep: expect.stringMatching(/Split Out(?!.*join)/) }),
			}),
		);
	});
});
