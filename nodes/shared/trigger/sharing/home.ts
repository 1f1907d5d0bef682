import type { IHookFunctions } from 'n8n-workflow';
import type { OwnUrl } from '../webhookUrl';
import { readUrl } from '../webhookUrl';
import { prefixOf } from './place';

/** The end of a path as n8n draws it for a trigger. */
const ID_OF_N8N = /\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/webhook$/;

/** What n8n has beside webhooks, by its own names. */
const NO_WEBHOOKS = /^(api|rest|mcp.*|(form|webhook)-waiting|form(-test)?)$/;

/** The end of the path of any trigger of ours; a separator or dots in disguise are in none. */
const OF_A_TRIGGER = /\/(?![^/]*%(2e|2f|5c))[^/]+\/webhook$/i;

/** Where production URLs of this process stand, before the ID of a trigger. */
let productionPrefix: string | undefined;

/** What a trigger can know of where the triggers of its n8n are. */
export interface Home {
	own: Pick<OwnUrl, 'address' | 'editor'>;
	/** Whether `own` is a test URL. */
	isTest: boolean;
}

/** What n8n tells of itself; a trigger finds it in the context that it is handed. */
interface Told {
	additionalData?: { webhookBaseUrl?: string };
}

/** Where active workflows have their URLs, also while n8n listens for a test event, at whatever address that is. */
export function productionPrefixOf(context: IHookFunctions): string | undefined {
	return readUrl((context as Told).additionalData?.webhookBaseUrl ?? '')?.address;
}

/** Notes where an active workflow has its URL: at the address of webhooks, which need not be the editor's. */
export function noteHome(context: IHookFunctions, { own, isTest }: Home): void {
	productionPrefix = isTest ? (productionPrefixOf(context) ?? productionPrefix) : prefixOf(own.address);
}

/**
 * Whether an address is that of a trigger of this n8n: no other is ever called. Test URLs stand where the editor is or
 * beside production URLs, under a name that active workflows do not know, as little as a test knows that of production.
 */
export function isAtHome(address: string, { own, isTest }: Home): boolean {
	if (!OF_A_TRIGGER.test(address)) return false;
	const prefix = prefixOf(address);
	if (prefix === prefixOf(own.address) || (isTest && prefix === productionPrefix)) return true;
	const isBeside = [baseOf(own.address), own.editor?.address].includes(baseOf(address));
	return isBeside && ID_OF_N8N.test(address) && !NO_WEBHOOKS.test(prefix.split('/').at(-1)!);
}

/** Whether an address listens for a test event: its answer is nobody's concern but the tester's. */
export function isTestUrl(address: string, { own, isTest }: Home): boolean {
	return (prefixOf(address) === prefixOf(own.address)) === isTest;
}

/**
 * Where a trigger is called from here.
 *
 * @param internal address of this n8n in the place of WEBHOOK_URL, where it does not reach itself under that one
 */
export function reachable(address: string, internal: string | undefined): string {
	const inside = internal && readUrl(internal)?.address;
	if (!inside) return address;
	return inside + address.slice(baseOf(address).length);
}

/** Where n8n is, with the path under which a proxy has it. */
function baseOf(address: string): string {
	return address.split('/').slice(0, -3).join('/');
}
