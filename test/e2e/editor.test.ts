import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import type { Browser, Locator, Page } from 'playwright-core';

import { OWNER } from '../../demo/n8nClient';
import { ROOT } from '../../demo/paths';
import { startBrowser } from '../../demo/browser';
import { eventually } from './harness/eventually';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { triggers } from './providers';

const SIZE = { width: 1280, height: 800 };
const PATIENCE_MS = 30_000;

describe.each(triggers)('"Listen for test event" of a $provider trigger, in the editor', (trigger) => {
	let stage: Stage;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		stage = await enterStage();
		browser = await startBrowser();
		const context = await browser.newContext({ baseURL: stage.addresses.n8n, viewport: SIZE });
		context.setDefaultTimeout(PATIENCE_MS);
		// n8n's tour for beginners would cover what is to be seen.
		await context.addInitScript("localStorage.setItem('N8N_PIN_DATA_DISCOVERY_NDV', 'true')");
		const { email: emailOrLdapLoginId, password } = OWNER;
		await context.request.post('/rest/login', { data: { emailOrLdapLoginId, password } });
		page = await context.newPage();
	});
	afterAll(async () => {
		await browser?.close();
		await stage.workflows.clear();
	});

	const part = (name: string): Locator => page.getByTestId(name);

	it('shows the event in the panel, and leaves no registration behind', async () => {
		await trigger.registerElsewhere(stage);
		const foreign = await trigger.registrations(stage);
		const triedOut = await trigger.tryOut?.(stage);
		const { id, name } = await TriggerWorkflow.create(stage, trigger, trigger.first.parameters);
		await page.goto(`/workflow/${id}`);
		await page.locator(`[data-node-name="${name}"]`).first().dblclick();
		await part('trigger-execute-button').click();
		await page.getByText('Listening for test event').waitFor();
		// What is sent by itself may have ended the test by now, and taken out what shows that it has come.
		if (triedOut === undefined) {
			await eventually(
				async () => await trigger.registrations(stage),
				(seen) => seen.some(({ url }) => url.includes('/webhook-test/')),
			);
		}

		const messageId = triedOut ?? (await trigger.happen(stage));
		const output = part('output-panel');
		await output.getByText(messageId, { exact: true }).first().waitFor();
		await output.getByText(trigger.shown, { exact: true }).first().waitFor();
		await eventually(
			async () => await trigger.registrations(stage),
			(seen) => isDeepStrictEqual(seen, foreign),
		);
		await takePicture();
	});

	/** For the README: the trigger beside the fields of its event. */
	async function takePicture(): Promise<void> {
		await part('output-panel').getByText('Schema', { exact: true }).click();
		await page.mouse.move(0, 0);
		// There may be one of the event, and one of the node.
		await eventually(
			async () => await page.locator('.el-notification').count(),
			(notifications) => notifications === 0,
		);
		await page.screenshot({ path: join(ROOT, trigger.picture) });
	}
});
