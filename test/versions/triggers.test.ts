import type { IDataObject } from 'n8n-workflow';
import { messageChange } from '../../sandbox/dialog360/webhooks/samples';
import { deliver, startManual } from '../Dialog360/trigger';
import { readBinary } from '../engine';
import type { TriggerBench } from '../engine';
import { FACEBOOK } from '../Partoo/partoo';
import { startTrigger } from '../Partoo/trigger';
import { startSandboxProcess } from '../sandboxClient';
import { json, startServer } from '../shared/startServer';
import { TRIGGERS } from '../triggers/providers';

let trigger: TriggerBench;
afterEach(async () => await trigger.stop());

describe('trigger', () => {
	it.each(TRIGGERS.map((one) => [one.id, one] as const))(
		'of %s takes a call once, and no forged one',
		async (_, provider) => {
			trigger = await provider.start({ events: [provider.messages] });
			const body = JSON.stringify(provider.message('m-1', 'Are you open?') satisfies IDataObject);
			expect((await trigger.call(body)).status).toBe(401);
			for (let calls = 0; calls < 2; calls++) expect((await trigger.call(body, provider.prove(body))).status).toBe(200);
			expect(trigger.runs).toMatchObject([{ messageId: 'm-1', text: 'Are you open?', provider: provider.id }]);
		},
	);

	it('registers itself, is called, and takes itself out again', async () => {
		const sandbox = await startSandboxProcess();
		const credential = { baseUrl: sandbox.partooUrl, webhookPublicKey: await sandbox.webhookKey() };
		trigger = await startTrigger({ events: ['message_created'] }, { credential });
		await trigger.activate();
		expect(await sandbox.webhooks()).toMatchObject([{ url: trigger.url }]);
		await sandbox.addMessage({ conversationId: Number(FACEBOOK), text: 'Are you open?' });
		while (trigger.runs.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
		expect(trigger.runs).toMatchObject([{ text: 'Are you open?', channel: 'Facebook' }]);
		await trigger.deactivate();
		expect(await sandbox.webhooks()).toEqual([]);
		await sandbox.stop();
	});

	it('fetches the file of a message, and answers as soon as it is there', async () => {
		const details = { url: 'https://lookaside.fbsbx.com/media/?mid=1', mime_type: 'image/jpeg' };
		const server = await startServer(({ url }, response) =>
			url.startsWith('/media') ? response.end('JPEG') : json(response, details),
		);
		trigger = await startManual({ options: { downloadMedia: true } }, { credential: { baseUrl: server.url } });
		const began = Date.now();
		expect(await deliver(trigger, messageChange('image'))).toBe(200);
		expect(Date.now() - began).toBeLessThan(2_000);
		const item = trigger.outputs[0]![0]![0]!;
		expect(item.json).toMatchObject({ isDownloaded: true, downloadNote: null });
		expect((await readBinary(item)).toString()).toBe('JPEG');
		await server.close();
	});
});
