import { checkPublicAddress } from '../../../nodes/shared/trigger/publicAddress';
import { sameSecret } from '../../../nodes/shared/trigger/secrets/sameSecret';

const check =
	(host: string, protocol = 'https') =>
	() =>
		checkPublicAddress('Partoo', `${protocol}://${host}/webhook/x`);

describe('an address that a provider can call', () => {
	it.each([
		'n8n.example.com',
		'n8n.example.com:8443',
		'8.8.8.8',
		'172.32.0.1',
		'192.169.0.1',
		'100.128.0.1',
		'[2001:4860:4860::8888]',
		'10.example.com',
		'local.example.com',
		'home.example.com',
		'corp.example',
	])('is %s', (host) => expect(check(host)).not.toThrow());

	it.each([
		'localhost',
		'localhost:5678',
		'n8n',
		'my.localhost',
		'printer.local',
		'n8n.internal',
		'nas.lan',
		'fritz.home',
		'nas.home.arpa',
		'files.corp',
		'n8n.intranet',
		'app.private',
		'n8n.localdomain',
		'localhost.',
		'127.0.0.1',
		'127.1',
		'2130706433',
		'0.0.0.0',
		'10.0.0.5',
		'172.16.0.1',
		'172.31.255.255',
		'192.168.1.10',
		'169.254.1.1',
		'100.64.0.1',
		'[::1]',
		'[::]',
		'[::ffff:127.0.0.1]',
		'[fd00::1]',
		'[fe80::1]',
	])('is not %s', (host) => expect(check(host)).toThrow('not reachable from the internet'));

	it('has HTTPS', () => expect(check('n8n.example.com', 'http')).toThrow('HTTPS addresses only'));
});

describe('a secret', () => {
	it.each([
		['abc', 'abc', true],
		['abc', 'abd', false],
		['abcd', 'abc', false],
		['', '', false],
		[undefined, 'abc', false],
		[['abc', 'abc'], 'abc', false],
		[['abc'], 'abc', false],
	])('%j against %j: %s', (sent, secret, expected) => expect(sameSecret(sent, secret)).toBe(expected));
});
