import type { Failure } from '../../../nodes/shared/failures/failure';
import { link, pageLink } from '../../../nodes/shared/input/files/link';

describe('a link', () => {
	it.each([
		['https://example.com/a.pdf', 'https://example.com/a.pdf'],
		[' http://example.com ', 'http://example.com'],
		['https://example.com/fac ture é.pdf', 'https://example.com/fac%20ture%20%C3%A9.pdf'],
		['https://example.com/a%20b.pdf?x=é', 'https://example.com/a%20b.pdf?x=%C3%A9'],
		['https://müller.example/ü', 'https://xn--mller-kva.example/%C3%BC'],
		['https://8.8.8.8/a.png', 'https://8.8.8.8/a.png'],
		['https://example.com\\a\\b.pdf', 'https://example.com/a/b.pdf'],
		['https://example.com/"a"|{b}.pdf', 'https://example.com/%22a%22%7C%7Bb%7D.pdf'],
		['https://example.com/?q=é|b', 'https://example.com/?q=%C3%A9%7Cb'],
		['\u200Bhttps://example.com/a.pdf\u200B', 'https://example.com/a.pdf'],
		['"https://example.com/a.pdf"', 'https://example.com/a.pdf'],
		['HTTPS://EXAMPLE.com/A.PNG', 'https://example.com/A.PNG'],
		['https://example.com/é/{{1}}', 'https://example.com/%C3%A9/{{1}}'],
		...[
			'https://example.com/100%25?q=%C3%A9&r=a+b',
			'https://example.com:8443/a;b,c/(d)~e',
			`https://example.com/?q=${'x'.repeat(900)}&amp=1&lt=2`,
			'https://example.com/nullable/undefinedly?x=nulls#null-island',
			'https://xn--mller-kva.example/Null/NaNa',
			'https://https.example.com/http',
			'https://home.example.com/?from=https://other.example/a',
		].map((address) => [address, address]),
	])('%s is sent as %s', (value, expected) => expect(link('URL', value, false)).toBe(expected));

	it('reads the same address ten thousand times alike', () => {
		for (let call = 0; call < 10_000; call++) {
			expect(link('URL', 'https://müller.example/ü', false)).toBe('https://xn--mller-kva.example/%C3%BC');
		}
	});

	it.each([
		['http://localhost/a.pdf', "'URL' is at localhost, which is not reachable from the internet"],
		['http://n8n:5678/a.pdf', 'is at n8n, which is not reachable'],
		['http://192.168.1.5/a.pdf', 'is at 192.168.1.5'],
		['http://[::1]/a.pdf', 'is at [::1]'],
		['https://nas.local/a.pdf', 'is at nas.local'],
		['https://fritz.home/a.pdf', 'is at fritz.home'],
		['https://nas.home.arpa/a.pdf', 'is at nas.home.arpa'],
		['https://files.corp/a.pdf', 'is at files.corp'],
		['https://n8n.internal:5678/a.pdf', 'is at n8n.internal'],
	])('%s is for a provider of the user’s own only', (value, message) => {
		expect(() => link('URL', value, false)).toThrow(message);
		expect(link('URL', value, true)).toBe(value);
	});

	it.each<[unknown, string]>([
		['https:///a.pdf', 'is no complete URL'],
		['https:a.pdf', 'is no complete URL'],
		['example.com/a.png', '\'URL\' lacks https:// in "example.com/a.png"'],
		['//cdn.example.com/a.png', 'lacks https://'],
		['n8n:5678/a.png', 'is no complete URL'],
		['menu.pdf', 'is no complete URL'],
		['ftp://example.com/a.png', 'must begin with http:// or https://, not ftp:'],
		['https://user:pass@example.com/a.png', 'carries a user name or password'],
		['https://example.com/%zz.png', 'holds a % in "https://example.com/%zz.png" that encodes nothing'],
		['https://example.com/?q=50% off', 'that encodes nothing'],
		['https://https://example.com', "'URL' holds https:// twice in"],
		['https://http//example.com', 'holds https:// twice'],
		['https://example.com/?a=1&amp;b=2', 'holds what HTML writes for a character in'],
		['https://example.com/undefined/a', 'holds what an expression writes for a field that is not there in'],
		['https://example.com/null', 'holds what an expression writes'],
		['https://example.com/?id=undefined&x=1', 'holds what an expression writes'],
		['https://example.com/%5Bobject%20Object%5D', 'holds what an expression writes'],
		['https://example.com/[object Object]', 'holds "[object Object]"'],
		['https://example.com/{{ $json.id }}', 'holds an expression that n8n did not evaluate'],
		['https://.com/a', 'is no complete URL'],
		['https://example.com/in\nvoice.pdf', 'holds a line break or a tab in'],
		['https://example.com/in\tvoice é.pdf', 'holds a line break or a tab in'],
		['https://shop..com/a', 'is no complete URL'],
		['https://example.com/a.png https://example.com/b.png', 'holds several addresses'],
		['https://example.com/a.png,https://example.com/b.png', 'holds several addresses'],
		['https://example.com/invoice-undefined.pdf', 'a field that is not there'],
		['https://example.com/null.png', 'a field that is not there'],
		['', 'is empty'],
		[{ url: 'https://example.com' }, 'holds an object with the field "url"'],
	])('%p is refused', (value, message) => expect(() => link('URL', value, true)).toThrow(message));
});

describe('a page', () => {
	it('is no file, and is opened by customers', () => {
		const said = (value: unknown) => {
			try {
				return pageLink('Websites', value, false);
			} catch (error) {
				return (error as Failure).facts.nextStep;
			}
		};
		expect(said('https://example.com')).toBe('https://example.com');
		expect(said('')).toBe("Give the whole address in 'Websites', e.g. https://example.com.");
		expect(said('home')).toBe('Give the whole address, beginning with https://. A file has no place here.');
		expect(said('http://localhost')).toBe('Give a public address: customers open it wherever they are.');
	});
});
