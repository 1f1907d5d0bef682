import { randomUUID } from 'node:crypto';
import { addressOf } from '../../trigger';
import type { Extras } from '../../trigger';
import { PUBLIC, useAccount } from './useAccount';

const here = useAccount();

describe('a test event', () => {
	let same: Extras = {};
	beforeEach(() => (same = { webhookId: randomUUID(), webhookOrigin: PUBLIC }));

	it('is not listened for at the cost of the active workflow, even with Replace', async () => {
		const active = await here.newTrigger({}, same);
		await active.activate();
		const test = await here.newTrigger({ registration: 'replace' }, { ...same, isTest: true });
		await expect(test.activate()).rejects.toMatchObject({
			message: expect.stringContaining(
				`The events of this Callbell account already go to the production URL of this very trigger: ${active.url}`,
			),
			description: expect.stringMatching(/Deactivate the workflow while you listen/),
		});
		expect(await here.registered()).toMatchObject({ url: active.url });
	});

	it('is not listened for when calls show that the workflow is active, although n8n was started since', async () => {
		const active = await here.newTrigger({ registration: 'manual' }, same);
		const test = await here.newTrigger({}, { ...same, isTest: true });
		await test.activate();
		await test.deactivate();
		await fetch(addressOf(active));
		await expect(test.activate()).rejects.toThrow('production URL of this very trigger');
	});

	it('can be listened for after the workflow was deactivated, whoever took the last call', async () => {
		const active = await here.newTrigger({}, same);
		await active.activate();
		await here.callTaken(addressOf(active));
		await active.deactivate();
		const test = await here.newTrigger({}, { ...same, isTest: true });
		await test.activate();
		expect(await here.registered()).toMatchObject({ url: test.url });
		await test.deactivate();
		expect(await here.registered()).toBeNull();
	});

	it('is taken out again, where the editor has another address than the webhooks, and either may go on', async () => {
		const place = { ...same, editorOrigin: 'https://editor.example.com' };
		const active = await here.newTrigger({}, place);
		const test = await here.newTrigger({}, { ...place, isTest: true });
		for (const trigger of [test, active, test]) {
			await trigger.activate();
			expect(await here.registered()).toMatchObject({ url: trigger.url });
			await here.callTaken(addressOf(trigger));
			await trigger.deactivate();
			expect(await here.registered()).toBeNull();
		}
	});

	it('that n8n could not take out is no obstacle to the workflow, and later leaves it alone', async () => {
		const test = await here.newTrigger({}, { ...same, isTest: true });
		await test.activate();
		const active = await here.newTrigger({}, same);
		await active.activate();
		await test.deactivate();
		expect(await here.registered()).toMatchObject({ url: active.url });
	});
});
