import { join } from 'node:path';

/** The repository's root folder. */
export const ROOT = join(__dirname, '..');

/** The environment variable that names the folder of another n8n, for `npm run test:e2e -- --n8n 1.123`. */
export const N8N_FOLDER_VARIABLE = 'TRIED_N8N_FOLDER';

/** Holds the lock file of the n8n that the demo and the end-to-end tests run, and its `node_modules`. */
export const N8N_FOLDER = process.env[N8N_FOLDER_VARIABLE] ?? join(__dirname, 'n8n');

export const EXAMPLES_FOLDER = join(ROOT, 'examples');

/** Everything that the demo writes: n8n's database, its settings and the logs. */
export const DEMO_DATA = join(ROOT, '.data', 'demo');

/** The same for `npm run dev`, so that a demo does not touch what somebody is working on. */
export const DEV_DATA = join(ROOT, '.data', 'dev');

/** The same for `npm run pictures`. */
export const PICTURES_DATA = join(ROOT, '.data', 'pictures');

/** The pictures of forms, to be looked at. */
export const PANELS_FOLDER = join(ROOT, '.data', 'panels');
