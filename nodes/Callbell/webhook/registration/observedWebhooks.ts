import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { OwnUrl } from '../../../shared/trigger/webhookUrl';
import { callbellBaseUrl } from '../../provider/environment';

/**
 * What this process knows of an account's webhook beyond the delivery log, which tells nothing before the first call.
 */
export interface ObservedWebhook {
	/** Addresses of the triggers of this n8n that get the calls, first the one that is called; absent: not known. */
	members?: string[];
	/** The events that were subscribed to for all of them. */
	types?: string[];
	/** Calls up to this moment tell nothing of who is subscribed now. */
	settledUntil?: string;
}

/** By where Callbell's API is and what the triggers of an account have in common. */
const byKey = new Map<string, ObservedWebhook>();

/**
 * It forgets with the process; the log and the calls that come tell most of it again.
 *
 * @param keys by which the account is known, the present one first: its API key may have been exchanged
 */
export function observedWebhook(credential: ICredentialDataDecryptedObject, keys: string[]): ObservedWebhook {
	const accounts = keys.map((key) => `${callbellBaseUrl(credential)} ${key}`);
	const observed = accounts.map((account) => byKey.get(account)).find(Boolean) ?? {};
	byKey.set(accounts[0]!, observed);
	return observed;
}

/** Production URLs that n8n serves for active triggers, by the end of their path. */
const live = new Map<string, OwnUrl>();

/** Notes that a workflow with this trigger is active: n8n tells it of none while it listens for a test event. */
export function noteLive(own: OwnUrl): void {
	live.set(own.tail, own);
}

export function noteStopped(address: string): void {
	for (const [tail, url] of live) if (url.address === address) live.delete(tail);
}

/** The production URL of the trigger, as far as this process has activated it or taken a call for it. */
export function liveUrlOf({ tail }: OwnUrl): OwnUrl | undefined {
	return live.get(tail);
}
