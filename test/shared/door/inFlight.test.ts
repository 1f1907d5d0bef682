import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DirectoryLoader } from 'n8n-core';
import { ADMIN_KEY, numbered } from '../../Partoo/partoo';
import { Callbell } from '../../../nodes/Callbell/Callbell.node';
import { Dialog360 } from '../../../nodes/Dialog360/Dialog360.node';
import { Partoo } from '../../../nodes/Partoo/Partoo.node';
import { until } from '../../sandbox/useSandbox';
import { parameters, useDoor } from './doorBench';

const door = useDoor();

describe('requests in flight', () => {
	it('are five at most for Partoo, or as many as the user wants', async () => {
		await door.sandbox.settings({ latencyMs: 30 });
		await door.run('message.send', parameters(), { items: numbered(40) });
		expect((await door.sandbox.stats()).peakInFlight).toBe(5);
		await door.sandbox.clearStats();
		await door.run('message.send', parameters({ requestOptions: { maxParallelRequests: 12 } }), {
			items: numbered(40),
		});
		expect((await door.sandbox.stats()).peakInFlight).toBe(12);
	});

	it('are counted for the account, over all nodes and executions that use it', async () => {
		await door.sandbox.settings({ latencyMs: 30 });
		await Promise.all(
			[1, 2, 3].map(
				async () => await door.run('message.send', parameters(), { items: numbered(15), apiKey: ADMIN_KEY }),
			),
		);
		expect((await door.sandbox.stats()).peakInFlight).toBe(5);
	});
});

describe('an execution beside a long one', () => {
	it('waits for a hundred messages of it at most, and not for all', async () => {
		await door.sandbox.settings({ latencyMs: 5 });
		const long = door.run('message.send', parameters(), { items: numbered(1000), apiKey: ADMIN_KEY });
		await until(async () => (await door.sandbox.stats()).accepted > 0);
		const { accepted: before } = await door.sandbox.stats();
		await door.run('message.send', parameters(), { items: numbered(1), apiKey: ADMIN_KEY });
		const { accepted } = await door.sandbox.stats();
		expect(accepted - before).toBeLessThan(250);
		expect((await long).items).toHaveLength(1000);
	});
});

describe("n8n's own Request Options", () => {
	it.each([new Partoo(), new Dialog360(), new Callbell()])('are offered by each node, beside ours: %#', (node) => {
		// n8n's loader adds its own here, unless the node has a webhook.
		DirectoryLoader.applyDeclarativeNodeOptionParameters(node);
		const { options = [] } = node.description.properties.find(({ name }) => name === 'requestOptions')!;
		expect(options.map(({ name }) => name)).toEqual([
			'batching',
			'allowUnauthorizedCerts',
			'maxParallelRequests',
			'maxWaitForRateLimit',
			'proxy',
			'timeout',
		]);
	});

	it('send in batches when the user wants it', async () => {
		const batching = { batch: { batchSize: 2, batchInterval: 500 } };
		const { items } = await door.run('message.send', parameters({ requestOptions: { batching } }), {
			items: numbered(6),
		});
		expect(items).toHaveLength(6);
		const times = (await door.posts()).map(({ startedAt }) => startedAt);
		expect(times.at(-1)! - times[0]!).toBeGreaterThan(950);
	});

	it('send through a proxy', async () => {
		const asked: string[] = [];
		const proxy = createServer((request, response) => {
			asked.push(String(request.url));
			response.setHeader('content-type', 'application/json').end('{"status": "success", "message_id": 7}');
		}).listen(0, '127.0.0.1');
		await once(proxy, 'listening');
		const { port } = proxy.address() as AddressInfo;
		const requestOptions = { proxy: `http://127.0.0.1:${port}` };
		const { items } = await door.run('message.send', parameters({ requestOptions }), {
			baseUrl: 'http://partoo.invalid/v2',
		});
		proxy.close();
		expect(asked).toEqual(['http://partoo.invalid/v2/messages']);
		expect(items[0]?.json.messageId).toBe('7');
	});
});
