import { everyOperation, offeredOperations, runAt } from '../everyOperation';
import { useFastClock } from '../fastClock';
import { startServer, type Asked } from '../startServer';

useFastClock();

/** With every character that some writing escapes. */
const KEY = 'key/0123+456-"&ab\'<c>=%d_e ~f\\w.*';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const escapedWhole = (text: string, escape: (code: number) => string) =>
	[...text].map((character) => escape(character.charCodeAt(0))).join('');
const hex = (code: number, length: number) => code.toString(16).padStart(length, '0');

/** How servers, proxies and gateways write what they repeat. */
const WRITINGS: Record<string, (text: string) => string> = {
	'as it is': (text) => text,
	'as JSON in JSON': (text) => JSON.stringify(JSON.stringify({ text })),
	'with escaped slashes': (text) => JSON.stringify(text).replaceAll('/', '\\/'),
	'with all characters escaped for JSON': (text) => escapedWhole(text, (code) => `\\u${hex(code, 4)}`),
	'for an address': encodeURIComponent,
	'for an address, twice': (text) => encodeURIComponent(encodeURIComponent(text)),
	'with all characters escaped for an address': (text) => escapedWhole(text, (code) => `%${hex(code, 2)}`),
	'for an address, as browsers did once': (text) => escapedWhole(text, (code) => `%u${hex(code, 4)}`),
	'as a form': (text) => new URLSearchParams({ text }).toString(),
	'in UTF-16 that is read as UTF-8': (text) => [...text].join('\0'),
	'in base64 in base64': (text) => base64(`{"authorization":"${base64(text)}"}`),
	'for a page': (text) =>
		escapedWhole(text, (code) => (/\w/.test(String.fromCharCode(code)) ? String.fromCharCode(code) : `&#${code};`)),
	'in hexadecimal digits': (text) => Buffer.from(text).toString('hex'),
	'in base64': base64,
	'in base64 behind one letter': (text) => base64(`k${text}`),
	'in base64 behind two letters': (text) => base64(`ke${text}`),
	'in base64 as Basic has it': (text) => `Basic ${base64(`user:${text}`)}`,
	'in base64 for addresses': (text) => Buffer.from(`a${text}b`).toString('base64url'),
	'in base64 in lines': (text) => base64(`${'x'.repeat(50)}${text}`).replace(/(.{76})/g, '$1\r\n'),
};

/** Whether a text holds the key in any way that a person or a program could read. */
function shows(text: string): boolean {
	const seen = [text];
	for (let depth = 0; depth < 5; depth++) {
		const last = seen.at(-1)!;
		seen.push(
			last
				.replace(/\\([\\"/])/g, '$1')
				.replace(/\0|\\u0000/g, '')
				.replace(/%u00([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
				.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
				.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
				.replace(/&#(\d+);/g, (_, digits: string) => String.fromCharCode(Number(digits)))
				.replace(/\\[rn]|[\r\n]/g, ''),
		);
	}
	// Half of it is too much.
	const half = KEY.slice(0, 16);
	return seen.some(
		(one) =>
			one.includes(half) ||
			one.includes(Buffer.from(half).toString('hex')) ||
			inBase64(one).some((inner) => [inner, ...inBase64(inner)].some((text) => text.includes(half))),
	);
}

/** What the parts of a text say that may be in base64. */
function inBase64(text: string): string[] {
	return [...text.matchAll(/[A-Za-z0-9+/_-]{8,}/g)].flatMap(([run]) =>
		[0, 1, 2, 3].map((skipped) => Buffer.from(run.slice(skipped), 'base64').toString('latin1')),
	);
}

/** Everything that an operation of any provider takes for a good answer, with what is repeated in each object. */
function goodAnswer(echo: object, { url, headers }: Asked) {
	const origin = `http://${headers.host}`;
	const wanted = /\/(\w*\d\w*)(?=[/?]|$)/.exec(url)?.[1];
	const one = {
		...echo,
		id: wanted ?? '1',
		uuid: wanted ?? 'm1',
		status: 'success',
		name: 'hello_world',
		title: 'hello_world',
		language: 'en_US',
		text: 'Hi',
		templateType: 'text',
		components: [],
	};
	return {
		...one,
		success: true,
		health_status: one,
		message_id: 1,
		url: `${origin}/file`,
		mime_type: 'image/png',
		messages: [one],
		conversations: [one],
		businesses: [{ ...one, features: ['messages'] }],
		contact: one,
		contacts: [one],
		message: one,
		template: one,
		templates: [one],
		channel: one,
		channels: [one],
		team: one,
		teams: [one],
		users: [one],
		funnels: [one],
		bot: one,
		data: [one],
		next_cursor: null,
		page: 1,
		max_page: 1,
	};
}

/** What a request said: its headers as they are, and those that hold the key in all writings. */
function echoOf({ headers }: Asked) {
	const secret = Object.entries(headers).filter(([, value]) => String(value).includes(KEY));
	expect(secret).not.toEqual([]);
	return {
		...headers,
		...Object.fromEntries(
			secret.flatMap(([name, value]) =>
				Object.entries(WRITINGS).map(([how, write]) => [`${name} ${how}`, write(String(value))]),
			),
		),
	};
}

it('the test knows every operation that the nodes offer', () => {
	expect([...everyOperation].sort()).toEqual([...offeredOperations].sort());
});

it.each(Object.keys(WRITINGS))('the test itself would notice a key that is shown %s', (how) => {
	expect(shows(JSON.stringify({ error: `It said ${WRITINGS[how]!(`Bearer ${KEY}`)} to us` }))).toBe(true);
});

describe.each(everyOperation)('%s %s', (...operation) => {
	it.each([
		[200, 'in its body'],
		[400, 'in its body'],
		[404, 'in its body'],
		[500, 'in its body'],
		[302, 'in its Location'],
		[400, 'as a page'],
		[200, 'as a page'],
	])('keeps the key secret from an answer %i that repeats it %s', async (status, where) => {
		const server = await startServer((asked, response) => {
			const echo = echoOf(asked);
			const words = Object.values(echo).join(' ');
			if (where === 'as a page')
				return void response.writeHead(status).end(`<html><title>${words}</title>${words}</html>`);
			const location = where === 'in its Location' ? { location: `/login?${encodeURI(words)}` } : {};
			const body =
				status === 200 ? goodAnswer(echo, asked) : { errors: { json: words }, error: { message: words, ...echo } };
			response.writeHead(status, { 'content-type': 'application/json', ...location }).end(JSON.stringify(body));
		});
		for (const onError of [undefined, 'continueRegularOutput'] as const) {
			const run = await runAt(server.url, operation, { apiKey: KEY, onError });
			if (status === 200 && where === 'in its body') expect(run.error?.message).toBeUndefined();
			expect(server.asked.length).toBeGreaterThan(0);
			expect(shows(JSON.stringify([run.items.map(({ json, error }) => [json, error]), run.error, run.logs]))).toBe(
				false,
			);
			expect(run.error?.stack ?? '').not.toContain(KEY.slice(0, 16));
		}
		await server.close();
	});
});
