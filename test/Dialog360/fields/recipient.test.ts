import { CUSTOMER, Dialog360Bench } from '../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

describe('the recipient', () => {
	it.each([
		['a phone number', '+49 (0) 151 / 123-456 78', {}, { recipient_type: 'individual', to: CUSTOMER }],
		['a number of a spreadsheet', '={{ 4915112345678 }}', {}, { recipient_type: 'individual', to: CUSTOMER }],
		[
			'a national number',
			'0151 12345678',
			{ defaultCountryCode: '49' },
			{ recipient_type: 'individual', to: CUSTOMER },
		],
		[
			'a hidden-number ID',
			'US.13491208655302741918',
			{},
			{ recipient_type: 'individual', recipient: 'US.13491208655302741918' },
		],
		[
			'a group',
			'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
			{ recipientType: 'group' },
			{ recipient_type: 'group', to: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD' },
		],
	])('may be %s', async (_what, to, options, expected) => {
		const run = await bench.run('message.send', { to, text: 'Hi', options });
		expect(run.error?.message).toBeUndefined();
		expect(await bench.bodies()).toEqual([
			{ messaging_product: 'whatsapp', ...expected, type: 'text', text: { body: 'Hi' } },
		]);
	});

	it('that a spreadsheet has rounded is refused with the cause, and nothing is sent', async () => {
		const { error } = await bench.run('message.send', { to: '3.36E+10', text: 'Hi' });
		expect(error?.message).toContain('\'Recipient\' holds "3.36E+10": a spreadsheet has rounded the phone number');
		expect(error?.description).toContain('Format the column as text');
		expect(await bench.bodies()).toEqual([]);
	});
});
