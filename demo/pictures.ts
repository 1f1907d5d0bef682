import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { startBrowser } from './browser';
import { runUntilStopped } from './lifecycle';
import { OWNER } from './n8nClient';
import { takePanels } from './panels';
import { EXAMPLES_FOLDER, PICTURES_DATA, ROOT } from './paths';
import { exampleOf } from './seed';
import { startAll } from './startAll';
import { step } from './steps';

const FOLDER = join(ROOT, 'docs', 'pictures', 'examples');
const SIZE = { width: 1200, height: 640 };
/** The word with which the forms are taken. */
const PANELS = 'panels';
/** The word with which the README's picture of a node is taken. */
const EDITOR = 'editor';
/** The word with which the picture of a template's form is taken. */
const FORM = 'form';
/** A delivery is waited for. */
const LONGEST_RUN_MS = 60_000;
const PATIENCE_MS = 30_000;
/** Pixels by which the editor's tabs reach into the workflow. */
const TABS = 18;
/** The editor moves to where everything is seen. */
const SETTLE_MS = 1_500;

/** The editor's own buttons lie over the workflow. */
const AROUND = 'button, [data-test-id="canvas-controls"], .el-notification { visibility: hidden !important; }';

/**
 * Opens each example in the editor, as it is after it was imported, and takes its picture; `npm run pictures -- campaign`
 * takes that of those with this word in the name of their file. `npm run pictures -- panels` takes all forms instead,
 * `npm run pictures -- editor` that of the README, and `npm run pictures -- form` that of a template's form.
 */
async function pictures(): Promise<number> {
	const { server, sandbox, n8n, workflows } = await startAll({ userFolder: PICTURES_DATA, isFresh: true });
	const browser = await startBrowser();
	const context = await browser.newContext({ baseURL: server.url, viewport: SIZE });
	context.setDefaultTimeout(PATIENCE_MS);
	// n8n's tour for beginners would cover what is to be seen.
	await context.addInitScript("localStorage.setItem('N8N_PIN_DATA_DISCOVERY_NDV', 'true')");
	const { email: emailOrLdapLoginId, password } = OWNER;
	await context.request.post('/rest/login', { data: { emailOrLdapLoginId, password } });
	const page = await context.newPage();
	await mkdir(FOLDER, { recursive: true });
	const chosen = process.argv.slice(2);
	const isChosen = (file: string) =>
		file.endsWith('.json') && (chosen.length === 0 || chosen.some((part) => file.includes(part)));
	const takeExample = async (file: string): Promise<void> => {
		const { id } = JSON.parse(await readFile(join(EXAMPLES_FOLDER, file), 'utf8')) as { id: string };
		const path = join(FOLDER, file.replace(/json$/, 'png'));
		await step(`Picture of ${file}`, async () => await takePicture(page, exampleOf(workflows, id).id, path));
	};
	if (chosen[0] === PANELS) await takePanels(page, n8n, workflows, chosen.slice(1));
	else if (chosen[0] === EDITOR) await takeEditor(page, exampleOf(workflows, 'partooSendFollow').id);
	else if (chosen[0] === FORM) await takeForm(page, exampleOf(workflows, 'dialog360OrderConfirm').id);
	else for (const file of (await readdir(EXAMPLES_FOLDER)).filter(isChosen)) await takeExample(file);
	await browser.close();
	await Promise.all([sandbox.stop(), server.stop()]);
	return 0;
}

/** For the README: a node that has run, in the editor. */
async function takeEditor(page: Page, id: string): Promise<void> {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(`/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.getByTestId('zoom-to-fit').click({ force: true });
	await page.getByTestId('execute-workflow-button').first().click();
	await page
		.getByText(/executed successfully/)
		.first()
		.waitFor({ timeout: LONGEST_RUN_MS });
	await page.locator('[data-node-name="Send Text"]').first().dblclick({ force: true });
	await page.getByTestId('output-panel').getByText('Table', { exact: true }).click();
	await page.mouse.move(0, 0);
	await page.locator('.el-notification').first().waitFor({ state: 'detached' });
	await page.screenshot({ path: join(ROOT, 'docs', 'pictures', 'editor.png') });
}

/** For the page about 360dialog: a template whose variables are fields, so tall that all are seen. */
async function takeForm(page: Page, id: string): Promise<void> {
	await page.setViewportSize({ width: 1100, height: 1360 });
	await page.goto(`/workflow/${id}`);
	await page.locator('[data-node-name="Send Confirmation"]').first().dblclick({ force: true });
	await page.getByTestId('node-parameters').waitFor();
	await page.waitForTimeout(SETTLE_MS);
	await page.mouse.move(0, 0);
	await page.getByTestId('node-parameters').screenshot({ path: join(ROOT, 'docs', 'pictures', 'template-form.png') });
}

async function takePicture(page: Page, id: string, path: string): Promise<void> {
	await page.goto(`/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.addStyleTag({ content: AROUND });
	await page.getByTestId('zoom-to-fit').click({ force: true });
	await page.waitForTimeout(SETTLE_MS);
	const { x, y, width, height } = (await page.getByTestId('canvas').boundingBox())!;
	await page.screenshot({ path, clip: { x, y: y + TABS, width, height: height - TABS } });
}

runUntilStopped('Taking pictures', pictures);
