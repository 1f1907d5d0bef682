import { Failure } from '../../failures/failure';
import { sameSecret } from '../secrets/sameSecret';
import { readUrl } from '../webhookUrl';
import { proofOf } from './shareKey';

/** Further triggers that want the calls, with commas in between: IDs, or whole addresses where those do not do. */
const ALSO = 'also';
/** Shows that a trigger of this n8n wrote the list. */
const SEAL = 'seal';
/** Characters. No page of the providers names a limit; services that do name 512 to 2 048, most 1 024 or more. */
const LONGEST_URL = 1_000;
/** What n8n puts behind the ID of a trigger. */
const NAME = 'webhook';

/** Who gets the calls of one place at a provider. */
export interface Place {
	/** Addresses, first that of the trigger which is called and hands on. */
	members: string[];
	/** Whether the list was written with one of the keys; true where there is none. */
	isSealed: boolean;
	/** With which it was written. */
	key?: string;
}

/** A list as it stands in the query of a URL; undefined where there is none. */
export interface List {
	also: string;
	seal: string;
}

/** @param query of a URL; a parameter that comes twice is none of ours */
export function listIn(query: Record<string, unknown>): List | undefined {
	if (query[ALSO] === undefined && query[SEAL] === undefined) return undefined;
	const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
	return { also: text(ALSO), seal: text(SEAL) };
}

/**
 * The triggers of a list, and whether one of the keys wrote it.
 *
 * @param front address of the trigger that is called
 */
export function readList(front: string, { also, seal }: List, keys: string[]) {
	const others = also.split(',').filter(Boolean);
	const key = keys.find((one) => sameSecret(seal, proofOf(one, 'list', front, also)));
	const whole = (entry: string) => (entry.includes('/') ? entry : `${prefixOf(front)}/${entry}/${NAME}`);
	// What reads as another address than it looks like was not written by a trigger.
	return { others: others.map(whole).filter((one) => readUrl(one)?.address === one), key };
}

/** Undefined for a text that is no URL. */
export function readPlace(text: string, keys: string[]): Place | undefined {
	const url = readUrl(text);
	if (!url) return undefined;
	const list = listIn(Object.fromEntries(new URLSearchParams(url.search)));
	if (!list) return { members: [url.address], isSealed: true };
	const { others, key } = readList(url.address, list, keys);
	return { members: [url.address, ...others], isSealed: key !== undefined, key };
}

/**
 * The URL of a place.
 *
 * @param front the URL that is called, with what its own trigger wants in its query
 * @param isPlain whether it needs no seal where there are no others
 * @throws Failure when it would be too long
 */
export function writePlace(
	front: string,
	others: string[],
	{ key, isPlain, isTest }: { key: string; isPlain: boolean; isTest: boolean },
): string {
	const { address } = readUrl(front)!;
	const url = new URL(front);
	const hadList = listIn(Object.fromEntries(url.searchParams)) !== undefined;
	url.searchParams.delete(ALSO);
	url.searchParams.delete(SEAL);
	if (others.length === 0 && isPlain) return hadList ? url.href : front;
	// In a call to its test URL, a trigger does not learn where that is: nothing can be relative to it.
	const also = others.map((other) => (isTest ? other : shortened(other, address))).join(',');
	url.searchParams.set(ALSO, also);
	url.searchParams.set(SEAL, proofOf(key, 'list', address, also));
	if (url.href.length > LONGEST_URL) throw placeFull(others.length);
	return url.href;
}

/** Where the triggers of an n8n are: what stands before the ID of one. */
export function prefixOf(address: string): string {
	return address.split('/').slice(0, -2).join('/');
}

function shortened(address: string, front: string): string {
	const id = address.split('/').at(-2)!;
	return address === `${prefixOf(front)}/${id}/${NAME}` ? id : address.replaceAll(',', '%2C');
}

function placeFull(count: number): Failure {
	return new Failure({
		message: `This webhook is shared by ${count} triggers, and its URL has no room for one more`,
		nextStep: `A URL of more than ${LONGEST_URL} characters may be refused or cut. Let one workflow have the trigger for several of them, and hand the events on from there with the Switch and Execute Sub-workflow nodes.`,
		code: 'WEBHOOK_FULL',
	});
}
