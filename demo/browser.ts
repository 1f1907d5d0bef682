import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { type Browser, chromium, selectors } from 'playwright-core';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
const APPLICATIONS = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Starts the Chromium of this machine, without a window.
 *
 * @throws when there is none, with what to install.
 */
export async function startBrowser(): Promise<Browser> {
	const executablePath = process.env.CHROMIUM_PATH ?? installed();
	if (executablePath === undefined) {
		throw new Error(
			'Chromium or Chrome is needed, and none was found. Debian or Ubuntu: sudo apt-get install -y chromium. One that is elsewhere is named by the environment variable CHROMIUM_PATH.',
		);
	}
	selectors.setTestIdAttribute('data-test-id');
	// Inside a container Chromium has no sandbox of its own; it opens nothing but the editor.
	return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}

function installed(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const files = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
	return [...files, ...APPLICATIONS].find((file) => existsSync(file));
}
