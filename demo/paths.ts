import { join } from 'node:path';

/** The repository's root folder. */
export const ROOT = join(__dirname, '..');

/** Holds the lock file of the n8n that the demo and the end-to-end tests run, and its `node_modules`. */
export const N8N_FOLDER = join(__dirname, 'n8n');

export const EXAMPLES_FOLDER = join(ROOT, 'examples');

/** Everything that the demo writes: n8n's database, its settings and the logs. */
export const DEMO_DATA = join(ROOT, '.data', 'demo');

/** The same for `npm run dev`, so that a demo does not touch what somebody is working on. */
export const DEV_DATA = join(ROOT, '.data', 'dev');
