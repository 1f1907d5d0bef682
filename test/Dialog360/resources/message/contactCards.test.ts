import type { INodeParameters } from 'n8n-workflow';
import { CUSTOMER, Dialog360Bench } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

/** Sends two cards, of which the second has these details. */
const send = async (details: INodeParameters, options: INodeParameters = {}) => {
	const name = { formatted_name: 'Ann Lee', first_name: 'Ann' };
	const contacts = { contact: [name, { ...name, ...details }] };
	const run = await bench.run('message.send', { to: CUSTOMER, messageType: 'contacts', contacts, options });
	const [body] = await bench.bodies();
	return { ...run, card: (body?.contacts as unknown[] | undefined)?.[1] };
};
const entries = (...entry: INodeParameters[]) => ({ entry });

describe('a contact card', () => {
	it.each([
		['Phones > 2 > Phone', { phones: entries({ phone: '112' }, { phone: 'call me' }) }, 'which is no phone number'],
		['Phones > 1 > Phone', { phones: entries({ phone: 'jane@example.com' }) }, 'which is no phone number'],
		['Phones > 1 > Phone', { phones: entries({ phone: 'https://example.com/123' }) }, 'which is no phone number'],
		['Phones > 1 > Phone', { phones: entries({ phone: '4,91512E+12' }) }, 'which is no phone number'],
		['Phones > 1 > Phone', { phones: entries({ phone: '={{ true }}' }) }, 'which is no ID'],
		['Phones > 1 > WhatsApp ID', { phones: entries({ phone: '112', wa_id: 'Ann' }) }, 'which is no phone number'],
		['Phones > 1 > WhatsApp ID', { phones: entries({ wa_id: '0151 12345678' }) }, 'a number without its country code'],
		['Emails > 1 > Email', { emails: entries({ email: 'jane.example.com' }) }, 'which is no email address'],
		['Emails > 1 > Email', { emails: entries({ email: 'a@b.com, c@d.com' }) }, 'which is no email address'],
		['URLs > 1 > URL', { urls: entries({ url: 'our home page' }) }, 'which is no address of a page'],
		['URLs > 1 > URL', { urls: entries({ url: 'jane@example.com' }) }, 'which is no address of a page'],
		...['unknown 123', 'n/a 2024', '2026-01-31', '+49 151 12345678 / +49 30 1234', '+491511234567812345678'].map(
			(phone): [string, INodeParameters, string] => [
				'Phones > 1 > Phone',
				{ phones: entries({ phone }) },
				'which is no phone number',
			],
		),
		...['jane@example', 'jane@example..com', '.jane@example.com', 'jane@example.com.', 'Jane <jane@example.com>'].map(
			(email): [string, INodeParameters, string] => [
				'Emails > 1 > Email',
				{ emails: entries({ email }) },
				'which is no email address',
			],
		),
		['URLs > 1 > URL', { urls: entries({ url: 'https://https://example.com' }) }, 'https:// twice'],
		['URLs > 1 > URL', { urls: entries({ url: 'example.com/undefined' }) }, 'a field that is not there'],
		['URLs > 1 > URL', { urls: entries({ url: 'https://' }) }, 'which is no complete URL'],
		['URLs > 1 > URL', { urls: entries({ url: 'javascript:alert(1)' }) }, 'which is no address of a page'],
		['Addresses > 1 > Country Code', { addresses: entries({ country_code: 'Germany' }) }, 'has two letters'],
		['Birthday', { more: { birthday: 'next Monday' } }, 'which is no date in ISO 8601'],
	])('is refused for its %s %j', async (label, details, reason) => {
		const { error } = await send(details);
		expect(error?.message).toContain(`'Contacts > 2 > ${label}' holds`);
		expect(error?.message).toContain(reason);
		expect(error?.message).toMatch(/ \[item 0\]$/);
		expect(error?.description).toBeTruthy();
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it.each([
		['+1 (650) 555-1234'],
		['030 / 123 456-78'],
		['1-800-FLOWERS1'],
		['+49 30 123456 ext. 12'],
		['112'],
		['+٤٩ ١٥١ ١٢٣٤٥٦٧٨'],
	])('shows the phone number as it is written: %s', async (phone) => {
		expect((await send({ phones: entries({ phone }) })).card).toMatchObject({ phones: [{ phone }] });
	});

	it('takes the schemes away that addresses of browsers have', async () => {
		const { card } = await send({
			phones: entries({ phone: 'tel:+49-151-12345678' }),
			emails: entries({ email: 'mailto:jane@example.com?subject=Hi' }, { email: '"ann@example.com"\u200B' }),
		});
		const emails = [{ email: 'jane@example.com' }, { email: 'ann@example.com' }];
		expect(card).toMatchObject({ phones: [{ phone: '+49-151-12345678' }], emails });
	});

	it('opens a chat by a number in any usual writing', async () => {
		const phones = entries({ phone: '0151 12345678', wa_id: '0151 12345678' }, { wa_id: '+33 6 12 34 56 78' });
		const { card } = await send({ phones }, { defaultCountryCode: '49' });
		expect(card).toMatchObject({
			phones: [{ phone: '0151 12345678', wa_id: '4915112345678' }, { wa_id: '33612345678' }],
		});
	});

	it.each([
		'https://example.com/a?b=c',
		'www.example.com',
		'shop.example.co.uk/menu',
		'müller.example',
		'http://intranet/cards',
		'sip:jane@example.com',
	])('takes the address %s', async (url) =>
		expect((await send({ urls: entries({ url }) })).card).toMatchObject({ urls: [{ url }] }),
	);
});
