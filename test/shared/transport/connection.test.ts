import { readFileSync } from 'node:fs';
import { connect, createServer as createNetServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { partooAt } from '../partooAt';
import { json, startServer } from '../startServer';
import { useFastClock } from '../fastClock';

useFastClock();

const pem = (name: string) => readFileSync(join(__dirname, 'certificates', `${name}.pem`), 'utf8');
const taken = { status: 'success', message_id: 7 };
const TIMEOUT = { requestOptions: { timeout: 400 } };

// As if the authority of the tests were installed on this machine.
const { createSecureContext } = tls;
beforeAll(() => {
	tls.createSecureContext = (options) => {
		const context = createSecureContext(options) as tls.SecureContext & { context: { addCACert(pem: string): void } };
		context.context.addCACert(pem('authority'));
		return context;
	};
});
afterAll(() => void (tls.createSecureContext = createSecureContext));

/** A server that speaks no HTTP: it does with each connection what it is told. */
async function rawServer(behave: (socket: Socket) => void) {
	const server = createNetServer((socket) => {
		socket.on('error', () => undefined);
		behave(socket);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { port, close: async () => await new Promise((resolve) => server.close(resolve)) };
}

describe('a certificate', () => {
	it('that is good is no obstacle', async () => {
		const server = await startServer((_, response) => json(response, taken), { key: pem('key'), cert: pem('good') });
		const { items } = await partooAt(server.url);
		expect(items[0]?.json.messageId).toBe('7');
		await server.close();
	});

	it.each([
		['expired', 'CERT_HAS_EXPIRED'],
		['notYetValid', 'CERT_NOT_YET_VALID'],
		['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
		['wrongName', 'ERR_TLS_CERT_ALTNAME_INVALID'],
		['unknownAuthority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
	])('that is bad (%s) leaves no doubt: nothing was sent', async (name, code) => {
		const server = await startServer((_, response) => json(response, taken), { key: pem('key'), cert: pem(name) });
		const { error } = await partooAt(server.url);
		expect(error?.message).toBe(
			`Partoo could not be reached at 127.0.0.1:${server.port}: its certificate is not accepted (${code}) [item 0]`,
		);
		expect(error?.description).toContain('Nothing was sent.');
		expect(server.asked).toEqual([]);
		await server.close();
	});

	it('that the server wants of n8n is named, and nothing was sent', async () => {
		const server = await startServer((_, response) => json(response, taken), {
			key: pem('key'),
			cert: pem('good'),
			requestCert: true,
		});
		const { error } = await partooAt(server.url);
		expect(error?.message).toContain('what answers there wants a certificate of this n8n');
		expect(error?.description).toContain('Nothing was sent.');
		expect(server.asked).toEqual([]);
		await server.close();
	});

	it('lets Retry On Fail send when it is good again', async () => {
		const server = await startServer((_, response) => json(response, taken), { key: pem('key'), cert: pem('expired') });
		const waiting = partooAt(server.url, {}, { retryOnFail: true, maxTries: 5, waitBetweenTries: 300 });
		setTimeout(
			() => (server.server as unknown as tls.Server).setSecureContext({ key: pem('key'), cert: pem('good') }),
			400,
		);
		expect((await waiting).status).toBe('success');
		expect(server.asked).toHaveLength(1);
		await server.close();
	});
});

describe('an address where something else answers', () => {
	it('http instead of https', async () => {
		const server = await startServer((_, response) => json(response, taken));
		const { error } = await partooAt(server.url.replace('http:', 'https:'));
		expect(error?.message).toContain('no encrypted connection came about');
		expect(error?.description).toContain('Nothing was sent.');
		await server.close();
	});

	it.each([
		['hangs up', (socket: Socket) => socket.once('data', () => socket.end())],
		['resets', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy())],
		['speaks another language', (socket: Socket) => socket.end('220 mail.example ESMTP\r\n')],
		['says nothing', () => undefined],
	])('one that %s while the connection is being encrypted', async (_, behave) => {
		const server = await rawServer(behave);
		const { error } = await partooAt(`https://127.0.0.1:${server.port}`, TIMEOUT);
		expect(error?.message).toContain('Partoo could not be reached at');
		expect(error?.description).toContain('Nothing was sent.');
		void server.close();
	});

	it.each([
		['hangs up', (socket: Socket) => socket.once('data', () => socket.end())],
		['resets', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy())],
		['says nothing', () => undefined],
		[
			'breaks off its answer',
			(s: Socket) => s.once('data', () => s.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{')),
		],
	])('one that %s when it has the request leaves it in doubt, and gets it once', async (_, behave) => {
		let connections = 0;
		const server = await rawServer((socket) => {
			connections++;
			behave(socket);
		});
		const { error } = await partooAt(`http://127.0.0.1:${server.port}`, TIMEOUT);
		expect(error?.message).toContain('the message may have been sent');
		// The look-up reads and may try again; nothing but it does.
		expect(connections).toBeLessThanOrEqual(5);
		void server.close();
	});

	it.each([
		['a closed port', 'http://127.0.0.1:1', 'ECONNREFUSED'],
		['a name that nobody has', 'http://partoo.invalid', 'ENOTFOUND'],
		['a closed port, encrypted', 'https://127.0.0.1:1', 'ECONNREFUSED'],
	])('%s', async (_, url, code) => {
		const { error } = await partooAt(url);
		expect(error?.message).toContain(`(${code}) [item 0]`);
		expect(error?.description).toContain('Nothing was sent.');
	});
});

describe('a proxy', () => {
	const through = (port: number) => ({ requestOptions: { proxy: `http://127.0.0.1:${port}` } });

	it.each([
		[407, 'Check user name and password of the proxy'],
		[403, 'Ask whoever runs the proxy'],
		[429, 'Ask whoever runs the proxy'],
		[502, 'Ask whoever runs the proxy'],
		[503, 'Ask whoever runs the proxy'],
		[504, 'Ask whoever runs the proxy'],
	])('that answers %i instead of connecting is named, and nothing was sent', async (status, nextStep) => {
		const proxy = await startServer(() => undefined);
		proxy.server.on('connect', (_, socket) => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 2\r\n\r\nNo`));
		const { error } = await partooAt('https://partoo.invalid/v2', through(proxy.port));
		expect(error?.message).toBe(
			`A proxy between n8n and Partoo did not let the request through (HTTP ${status}): No [item 0]`,
		);
		expect(error?.description).toContain('Nothing was sent.');
		expect(error?.description).toContain(nextStep);
		await proxy.close();
	});

	it.each([201, 204, 999])('that answers %i, which opens no tunnel, leaves no doubt', async (status) => {
		const proxy = await startServer(() => undefined);
		proxy.server.on('connect', (_, socket) => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`));
		const { error } = await partooAt('https://partoo.invalid/v2', through(proxy.port));
		expect(error?.message).toContain(`A proxy between n8n and Partoo did not let the request through (HTTP ${status})`);
		expect(error?.description).toContain('Nothing was sent.');
		await proxy.close();
	});

	// n8n would ask a second time if it were told to say where such an answer comes from.
	it('that answers 401 may be meant', async () => {
		const proxy = await startServer(() => undefined);
		proxy.server.on('connect', (_, socket) => socket.end('HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n'));
		const { error } = await partooAt('https://partoo.invalid/v2', through(proxy.port));
		expect(error?.description).toContain("The answer holds no words of Partoo's: check the proxy too");
		await proxy.close();
	});

	it.each(['socks5', 'tcp', 'ftp'])(
		'of a kind that n8n does not know (%s) is refused before anything is sent',
		async (kind) => {
			const server = await startServer((_, response) => json(response, taken));
			const { error } = await partooAt(server.url, { requestOptions: { proxy: `${kind}://127.0.0.1:1` } });
			expect(error?.message).toBe(
				`'Proxy' under Request Options begins with ${kind}://, and n8n knows no such proxies [item 0]`,
			);
			expect(server.asked).toEqual([]);
			await server.close();
		},
	);

	it.each([
		['http://127.0.0.1:1', '127.0.0.1:1', 'ECONNREFUSED'],
		['http://proxy.invalid:3128', 'proxy.invalid', 'ENOTFOUND'],
	])("of n8n's own settings that is not there is named: %s", async (url, place, code) => {
		const { HTTPS_PROXY, NO_PROXY, no_proxy } = process.env;
		Object.assign(process.env, { HTTPS_PROXY: url, NO_PROXY: '', no_proxy: '' });
		const { error } = await partooAt('https://partoo.invalid/v2');
		for (const [name, value] of Object.entries({ HTTPS_PROXY, NO_PROXY, no_proxy })) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
		expect(error?.message).toBe(`Partoo could not be reached through the proxy at ${place} (${code}) [item 0]`);
	});

	it('behind which the provider answers with another good status is no obstacle', async () => {
		const proxy = await startServer((_, response) => json(response, taken, 201));
		const { items } = await partooAt('http://partoo.invalid/v2', through(proxy.port));
		expect(items[0]?.json.messageId).toBe('7');
		await proxy.close();
	});

	it('that hangs up instead of connecting', async () => {
		const proxy = await startServer(() => undefined);
		proxy.server.on('connect', (_, socket) => socket.destroy());
		const { error } = await partooAt('https://partoo.invalid/v2', through(proxy.port));
		expect(error?.message).toContain('Partoo could not be reached through the proxy');
		expect(error?.description).toContain('Nothing was sent.');
		await proxy.close();
	});

	it('that never answers', async () => {
		const proxy = await startServer(() => undefined);
		const ends: Array<{ destroy(): unknown }> = [];
		proxy.server.on('connect', (_, socket) => void ends.push(socket));
		const requestOptions = { ...through(proxy.port).requestOptions, ...TIMEOUT.requestOptions };
		const { error } = await partooAt('https://partoo.invalid/v2', { requestOptions });
		expect(error?.message).toContain('Partoo could not be reached through the proxy');
		expect(error?.description).toContain('No connection came about in time. Nothing was sent.');
		for (const end of ends) end.destroy();
		await proxy.close();
	});

	it('that is not there', async () => {
		const { error } = await partooAt('https://partoo.invalid/v2', through(1));
		expect(error?.message).toBe('Partoo could not be reached through the proxy (ECONNREFUSED) [item 0]');
	});

	it('that wants a password for a request without encryption', async () => {
		const proxy = await startServer((_, response) => response.writeHead(407).end());
		const { error } = await partooAt('http://partoo.invalid/v2', through(proxy.port));
		expect(error?.message).toContain('A proxy between n8n and Partoo');
		await proxy.close();
	});

	it('is not blamed for what the provider says behind it', async () => {
		const server = await startServer((_, response) => json(response, { errors: { json: 'Down' } }, 502), {
			key: pem('key'),
			cert: pem('good'),
		});
		const proxy = await startServer(() => undefined);
		// A server forgets the connections that it handed over: nobody but the test can end them.
		const ends: Array<{ destroy(): unknown }> = [];
		proxy.server.on('connect', (_, socket) => {
			const target = connect(server.port, '127.0.0.1');
			for (const end of [target, socket]) end.on('error', () => undefined);
			ends.push(target, socket);
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			socket.pipe(target).pipe(socket);
		});
		const { error } = await partooAt(server.url, through(proxy.port));
		expect(error?.message).toContain('Partoo could not process the request (HTTP 502)');
		expect(error?.message).toContain('may have been sent');
		for (const end of ends) end.destroy();
		await Promise.all([proxy.close(), server.close()]);
	});
});

describe('the base URL of a credential', () => {
	it.each([
		['', 'is empty'],
		['   ', 'is empty'],
		['partoo.example.com/v2', 'has no http:// or https:// in front'],
		['//partoo.example.com', 'has no http:// or https:// in front'],
		['mailto:me@example.com', 'has no http:// or https:// in front'],
		['ftp://partoo.example.com', 'must begin with http:// or https://, not ftp://'],
		['file:///etc/passwd', 'must begin with http:// or https://, not file://'],
		['http://partoo.example.com:99999', 'is no valid address'],
		['http://partoo.example.com:0', 'names port 0'],
		['http://', 'is no valid address'],
		['http:///v2', 'is no valid address'],
		['http://[::1', 'is no valid address'],
		['https://partoo.example.com/v2#', 'holds a ? or a #'],
		['https://partoo.example.com/v2#part', 'holds a ? or a #'],
		['https://partoo.example.com/v2?', 'holds a ? or a #'],
		['https://partoo.example.com/v2?a=b', 'holds a ? or a #'],
		['https://me:secret@partoo.example.com', 'holds a user name or a password'],
		['https://partoo example.com', 'holds a space or a backslash'],
		['https:\\\\partoo.example.com', 'has no http:// or https:// in front'],
	])('"%s" is refused by its name', async (baseUrl, words) => {
		const { error } = await partooAt(baseUrl);
		expect(error?.message).toBe(`'Base URL' in the credential ${words} [item 0]`);
		expect(error?.description).toContain('Nothing was sent.');
	});

	it('is taken in any usual writing', async () => {
		const server = await startServer((_, response) => json(response, taken));
		for (const url of [`${server.url}/v2/`, ` ${server.url}/v2 `, server.url.replace('http', 'HTTP') + '/v2//']) {
			expect((await partooAt(url)).status).toBe('success');
		}
		expect(server.asked.map(({ url }) => url)).toEqual(['/v2/messages', '/v2/messages', '/v2/messages']);
		await server.close();
	});

	it('may have a port although the credential allows other domains only', async () => {
		const server = await startServer((_, response) => json(response, taken));
		const credential = { allowedHttpRequestDomains: 'domains', allowedDomains: 'example.com' };
		expect((await partooAt(server.url, {}, { credential })).status).toBe('success');
		await server.close();
	});
});
