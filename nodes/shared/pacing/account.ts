import { createHash } from 'crypto';
import { clock } from './clock';
import { Pacer } from './pacer';

/** What this process has learned about one account of a provider; shared by all nodes and executions that use it. */
export interface Account {
	/** Where the API stands, without a slash at the end. */
	baseURL: string;
	pacer: Pacer;
	/** When nobody answered a request, even after several tries; milliseconds of the clock. */
	unansweredAt: number;
}

/** More accounts than one n8n works for; beyond it the one that was used longest ago is forgotten. */
const MAX_ACCOUNTS = 1000;

const accounts = new Map<string, Account>();

/** The account behind a credential. Only a hash of the key is kept. */
export function accountOf(credential: string, baseURL: string, secret: unknown): Account {
	const key = createHash('sha256')
		.update(JSON.stringify([credential, baseURL, secret]))
		.digest('hex');
	const account = accounts.get(key) ?? {
		baseURL,
		pacer: new Pacer(clock),
		unansweredAt: -Infinity,
	};
	accounts.delete(key);
	accounts.set(key, account);
	if (accounts.size > MAX_ACCOUNTS) accounts.delete(accounts.keys().next().value as string);
	return account;
}

/** So long nobody tries again for each request by itself what nobody answered. */
const REMEMBERED_MS = 30_000;

/** Whether nobody answered lately: then each request is tried once instead of each waiting for itself. */
export function isDown(account: Account): boolean {
	return clock.now() - account.unansweredAt < REMEMBERED_MS;
}

/** Notes whether somebody answered. */
export function noteAnswer(account: Account, isAnswered: boolean): void {
	account.unansweredAt = isAnswered ? -Infinity : clock.now();
}
