import { link } from '../../../nodes/shared/input/files/link';

describe('a link', () => {
	it.each([
		['https://example.com/a.pdf', 'https://example.com/a.pdf'],
		[' http://example.com ', 'http://example.com'],
		['https://example.com/fac ture é.pdf', 'https://example.com/fac%20ture%20%C3%A9.pdf'],
		['https://example.com/a%20b.pdf?x=é', 'https://example.com/a%20b.pdf?x=%C3%A9'],
		['https://müller.example/ü', 'https://xn--mller-kva.example/%C3%BC'],
		['https://8.8.8.8/a.png', 'https://8.8.8.8/a.png'],
		['HTTPS://EXAMPLE.com/A.PNG', 'https://example.com/A.PNG'],
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
		['https://example.com/a.png https://example.com/b.png', 'holds several addresses'],
		['', 'is empty'],
		[{ url: 'https://example.com' }, 'holds an object with the field "url"'],
	])('%p is refused', (value, message) => expect(() => link('URL', value, true)).toThrow(message));
});
