import { phoneNumber } from '../../../nodes/shared/input/phone/phoneNumber';

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
		['+4915112345678.0', '4915112345678'],
		['+49 0151 12345678', '4915112345678'],
		['+44 07911 123456', '447911123456'],
		['+44 (07911) 123456', '447911123456'],
		['+39 (0)6 1234 5678', '390612345678'],
		['+39 06 1234 5678', '390612345678'],
		['+34 0612 345 678', '34612345678'],
		['+44 020 7946 0958', '442079460958'],
		['+49 030 123456', '4930123456'],
		['+33 01 42 68 53 00', '33142685300'],
		['+44 (0) 20 7946 0958', '442079460958'],
		['4915112345678@c.us', '4915112345678'],
		['4915112345678@s.whatsapp.net', '4915112345678'],
		['4915112345678:12@s.whatsapp.net', '4915112345678'],
		['https://wa.me/4915112345678', '4915112345678'],
		['https://wa.me/+4915112345678?text=Hi', '4915112345678'],
		['wa.me/4915112345678', '4915112345678'],
		['www.wa.me/4915112345678', '4915112345678'],
		['api.whatsapp.com/send?phone=4915112345678', '4915112345678'],
		['+0033612345678', '33612345678'],
		['+00 33 6 12 34 56 78', '33612345678'],
		['https://api.whatsapp.com/send?phone=4915112345678&text=Hi', '4915112345678'],
		['tel:+49-151-12345678', '4915112345678'],
		['+٤٩ ١٥١ ١٢٣٤٥٦٧٨', '4915112345678'],
		['+४९ १५१ १२३४५६७८', '4915112345678'],
		['＋４９ １５１ １２３４５６７８', '4915112345678'],
		['+49\u00AD151\u00AD12345678', '4915112345678'],
		['"+4915112345678"', '4915112345678'],
		['„+49 151 12345678“', '4915112345678'],
		['\u2018+4915112345678\u2019', '4915112345678'],
		['49 151 12345678', '4915112345678'],
		['49(0)151 12345678', '4915112345678'],
		['1 (650) 555-1234', '16505551234'],
		['52 1 55 1234 5678', '5215512345678'],
		['+1 1 650 555 1234', '16505551234'],
		['4915112345678 ', '4915112345678'],
		['+49 491 701234', '49491701234'],
		['5555987654321', '5555987654321'],
	])('%s is read as %s', (value, digits) => {
		expect(read(value)).toBe(digits);
	});

	it.each([
		['0151 12345678', '49', '4915112345678'],
		['(0) 151 12345678', '+49', '4915112345678'],
		['06 12 34 56 78', '0033', '33612345678'],
		['612345678', '34', '34612345678'],
		['0612345678', '34', '34612345678'],
		['34612345678', '34', '34612345678'],
		['650 555 1234', '1', '16505551234'],
		['1 650 555 1234', '1', '16505551234'],
		['06 1234 5678', '39', '390612345678'],
		['393 123 4567', '39', '393931234567'],
		['39 393 123 4567', '39', '393931234567'],
		['55 98765 4321', '55', '5555987654321'],
		['+33 6 12 34 56 78', '49', '33612345678'],
		['0033612345678', '49', '33612345678'],
		['8 (912) 345-67-89', '7', '79123456789'],
		['9123456789', 7, '79123456789'],
		['06 30 123 4567', '36', '36301234567'],
		['30 123 4567', '36', '36301234567'],
		['044 55 1234 5678', '52', '525512345678'],
		['01 55 1234 5678', '52', '525512345678'],
		['55 1234 5678', '52', '525512345678'],
		['011 15 1234-5678', '54', '5491112345678'],
		['0 15 11 98765-4321', '55', '5511987654321'],
		['011 98765-4321', '55', '5511987654321'],
		['661234567', '66', '66661234567'],
		[661234567, '66', '66661234567'],
		[15112345678, '49', '4915112345678'],
		['4915112345678', '1', '4915112345678'],
		['1 42 68 53 00', '33', '33142685300'],
		['030 123456', '49', '4930123456'],
		['020 7946 0958', '44', '442079460958'],
		['(202) 555-0123', '1', '12025550123'],
		['20261205', '45', '4520261205'],
		['011 49 151 12345678', '1', '4915112345678'],
		// In their countries the digit behind 00 may be a carrier's.
		['0044 1782 123456', '66', '441782123456'],
		['0044 1782 123456', '65', '441782123456'],
		['0086 28 8123 4567', '852', '862881234567'],
		['0049 2331 2345678', '65', '4923312345678'],
		['011 33 1 42 68 53 00', '1', '33142685300'],
		['011 49 151 12345678', '1876', '4915112345678'],
		['0011 49 151 12345678', '61', '4915112345678'],
		['010 49 151 12345678', '81', '4915112345678'],
		['810 49 151 12345678', '7', '4915112345678'],
		['001 49 151 12345678', '852', '4915112345678'],
		['0021 49 151 12345678', '55', '4915112345678'],
	])('%s with the default country code %s is %s', (value, code, digits) => {
		expect(read(value, code)).toBe(digits);
	});

	it.each([
		['Mexico, with the 1 behind the country code', '5215512345678'],
		['Mexico, without it', '525512345678'],
		['Argentina, with the 9 of mobiles', '5491112345678'],
		['Argentina, without it', '541112345678'],
		['Brazil, without the ninth digit', '551187654321'],
		['Brazil, with it', '5511987654321'],
		['a country whose numbers became longer since', '22997123456'],
		['a country of which the rules do not know yet', '888123456789'],
	])('an ID that came from WhatsApp passes as it is: %s', (_, id) => {
		expect(read(id)).toBe(id);
	});

	it.each([
		['', 'is empty'],
		[null, 'is empty'],
		['\u200B', 'is empty'],
		['3.36E+10', 'a spreadsheet has rounded the phone number'],
		['3,36e10', 'a spreadsheet has rounded the phone number'],
		[3.36e25, 'whose last digits were rounded'],
		[NaN, 'holds NaN'],
		[true, 'holds true'],
		[['+33612345678'], 'holds a list of 1 entry'],
		[{ phone: '+33612345678' }, 'holds an object with the field "phone"'],
		['0151 12345678', 'without its country code'],
		['+0151 12345678', 'without its country code'],
		['Ann', 'is no phone number'],
		[-33612345678, 'holds "-33612345678", which is no phone number'],
		['-33612345678', 'is no phone number'],
		['120363025@g.us', 'is no phone number'],
		['31/12/2026', 'is no phone number'],
		['12/31/2026', 'is no phone number'],
		['5.12.2026', 'is no phone number'],
		['2026-12-05', 'is no phone number'],
		['+33612345678 or +33612345679', 'is no phone number'],
		['12345', 'makes 5 digits'],
		['1299000', 'too few or too many for its country'],
		['+1234567890123456', 'makes 16 digits'],
		['+33 6 12 34', 'too few or too many for its country'],
		['+33 6 12 34 56 78 9', 'too few or too many for its country'],
		['(202) 555-0123', 'a number without its country code'],
		['202-555-0123', 'a number without its country code'],
		['202 555 0123', 'a number without its country code'],
		['tel:202-555-0123', 'a number without its country code'],
		['"(202) 555-0123"', 'a number without its country code'],
		['(11) 98765-4321', 'a number without its country code'],
		['(49) 3322-1234', 'a number without its country code'],
		['659-812-3456', 'a number without its country code'],
		['20261205', 'a date or a time and no phone number'],
		[20261205, 'a date or a time and no phone number'],
		['20261205180000', 'a date or a time and no phone number'],
		['202612051800', 'a date or a time and no phone number'],
		[1764172800, 'a date or a time and no phone number'],
		[1764172800123, 'a date or a time and no phone number'],
		['1764172800.123', 'without its country code'],
		['494917012345678', 'has the country code 49 twice'],
		['+4949170 12345678', 'has the country code 49 twice'],
		['0049 49 170 12345678', 'has the country code 49 twice'],
		['+49+4917012345678', 'is no phone number'],
		['91919123456789', 'has the country code 91 twice'],
		['+999 12345678', 'too few or too many for its country'],
	])('%s is refused', (value, reason) => {
		expect(() => read(value)).toThrow(reason);
	});

	it('is refused with what is left to do, whether or not there is a default country code', () => {
		const nextStep = (words: string) =>
			expect.objectContaining({ facts: expect.objectContaining({ nextStep: expect.stringContaining(words) }) });
		expect(() => read('+0612345678')).toThrow(nextStep("or set the option 'Default Country Code'."));
		expect(() => read('+0612345678', '33')).toThrow(nextStep('or as it is dialled within its country.'));
	});

	it('wants a country code of digits', () => {
		expect(() => read('0151', 'DE')).toThrow('\'Default Country Code\' holds "DE", which is the code of no country');
	});
});
