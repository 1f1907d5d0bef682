import { randomUUID } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callBody } from '../../../../sandbox/dialog360/webhooks/envelope';
import { messageChange } from '../../../../sandbox/dialog360/webhooks/samples';
import { OneN8n } from '../../../shared/trigger/sharing/oneN8n';
import type { startTrigger } from '../../trigger';
import { newTrigger, number, registerElsewhere } from './atSandbox';

let n8n: OneN8n;
let proxy: Server;
/** With what the proxy before n8n answers by itself, as n8n does with 200 while it starts; it passes calls on while there is nothing. */
let says: number | undefined;

beforeEach(async () => {
	n8n = await OneN8n.start();
	says = undefined;
	proxy = createServer((incoming, outgoing) => {
		if (says !== undefined)
			return void outgoing.writeHead(says, { location: '/' }).end('n8n is starting up. Please wait');
		const { method, headers } = incoming;
		const passed = request(`${n8n.origin}${incoming.url}`, { method, headers, agent: false }, (answer) => {
			outgoing.writeHead(answer.statusCode!, answer.headers);
			answer.pipe(outgoing);
		});
		incoming.pipe(passed);
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
	proxy.closeAllConnections();
	proxy.close();
	await n8n.stop();
});

const atProxy = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

const newOne = async (
	parameters: Parameters<typeof startTrigger>[0] = {},
	extras: Parameters<typeof newTrigger>[1] = {},
) => await newTrigger(parameters, { webhookId: randomUUID(), webhookOrigin: n8n.origin, ...extras });

describe('something before n8n that answers n8n itself', () => {
	it.each([404, 200])('does not cost the first workflow its place (%i)', async (status) => {
		const first = await newOne({}, { webhookOrigin: atProxy() });
		await n8n.activate(first);
		says = status;
		const second = await newOne({}, { webhookOrigin: atProxy() });
		await expect(n8n.activate(second)).rejects.toThrow('n8n could not reach it to share it');
		expect(await number()).toMatchObject({ url: first.url });
	});

	it('nor does a wrong Internal Address', async () => {
		const first = await newOne();
		await n8n.activate(first);
		says = 404;
		const second = await newOne({ options: { internalAddress: atProxy() } });
		await expect(n8n.activate(second)).rejects.toThrow('n8n could not reach it to share it');
		expect(await number()).toMatchObject({ url: first.url });
	});
});

it.each([200, 302, 403, 404, 413, 429, 502])(
	'a call that something before n8n answers with %i was not taken, and comes again',
	async (status) => {
		const triggers = [
			await newOne({}, { webhookOrigin: atProxy() }),
			await newOne({}, { webhookOrigin: atProxy() }),
		] as const;
		for (const trigger of triggers) await n8n.activate(trigger);
		const { url, headers } = (await number())!;
		const call = callBody([messageChange('text')]);
		says = status;
		expect((await triggers[0].call(call, headers, new URL(url).search)).status).toBe(503);
		says = undefined;
		expect((await triggers[0].call(call, headers, new URL(url).search)).status).toBe(200);
		expect(triggers.map(({ runs }) => runs.length)).toEqual([1, 1]);
	},
);

const ID = randomUUID();
/** What n8n has beside webhooks. */
const NO_WEBHOOKS = [
	`/form/${ID}/webhook`,
	`/form-test/${ID}/webhook`,
	`/form-waiting/${ID}/webhook`,
	`/webhook-waiting/${ID}/webhook`,
	`/rest/${ID}/webhook`,
	`/rest/workflows/${ID}/webhook`,
	`/api/v1/${ID}/webhook`,
	`/mcp-server/${ID}/webhook`,
	`/${ID}/webhook`,
];

describe('an address in a list that nobody of this n8n wrote', () => {
	it.each([
		...NO_WEBHOOKS,
		'/webhook/../rest/users',
		'/webhook/%2e%2e/rest',
		'/webhook/..\\rest/users',
		'/webhook/..%2Frest/webhook',
		'/webhook/orders/delete',
		`/webhook/${ID}/webhook?action=delete`,
	])('is not asked if it is none of a trigger: %s', async (path) => {
		const first = await newOne();
		await n8n.activate(first);
		await registerElsewhere({ url: `${first.url}?also=${encodeURIComponent(n8n.origin + path)}&seal=x`, headers: {} });
		n8n.calls.length = 0;
		await n8n.activate(await newOne());
		expect(new Set(n8n.calls)).toEqual(new Set([`${new URL(first.url).pathname} 200`]));
	});
});

it.each(['/webhook/orders/incoming', ...NO_WEBHOOKS])(
	'the place of something of another kind in this n8n is not taken, even while nobody has it: %s',
	async (path) => {
		for (const isTest of [false, true]) {
			await registerElsewhere({ url: n8n.origin + path, headers: {} });
			const one = await newOne({}, { isTest });
			await expect(n8n.activate(one)).rejects.toThrow('already go to another trigger of this n8n');
			expect(n8n.calls).toEqual([]);
			expect((await number())!.url).toBe(n8n.origin + path);
		}
	},
);

it.each(['webhook-test', 'hooks-for-tests'])(
	'what a test that n8n could not end left at /%s is taken, whatever n8n calls that',
	async (endpoint) => {
		await registerElsewhere({ url: `${n8n.origin}/${endpoint}/${randomUUID()}/webhook`, headers: {} });
		const one = await newOne();
		await n8n.activate(one);
		expect((await number())!.url).toBe(one.url);
	},
);

it('a list of before WEBHOOK_URL got another path keeps nobody at the old one', async () => {
	const triggers = [await newOne(), await newOne()];
	for (const trigger of triggers) await n8n.activate(trigger);
	n8n.basePath = '/n8n';
	for (const trigger of triggers) trigger.options.webhookOrigin = n8n.origin + n8n.basePath;
	for (const trigger of triggers) trigger.options.parameters = { options: { internalAddress: n8n.origin } };
	for (const trigger of triggers) await n8n.activate(trigger, 'update');
	const url = new URL((await number())!.url);
	expect([url.pathname, url.searchParams.get('also')]).toEqual([
		new URL(triggers[0]!.url).pathname,
		triggers[1]!.webhookId,
	]);
});
