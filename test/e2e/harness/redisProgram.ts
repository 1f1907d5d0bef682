import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What to do where there is none. */
export const REDIS_NEEDED =
	'needs Redis, and none was found. Debian or Ubuntu: sudo apt-get install -y redis-server. One that is elsewhere is found by the PATH.';

/** Redis's server program; undefined where it is not installed. */
export function findRedis(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.map((folder) => join(folder, 'redis-server')).find((file) => existsSync(file));
}
