import type { IHookFunctions } from 'n8n-workflow';
import { Failure } from '../../failures/failure';
import { isStart } from '../moved';
import { isTestUrlOf, readUrl } from '../webhookUrl';
import type { OwnUrl } from '../webhookUrl';
import { askAll } from './ask';
import type { Found, Reach } from './ask';
import { internalAddressField } from './fields';
import { isAtHome, isTestUrl } from './home';
import { prefixOf, readPlace } from './place';
import type { Place } from './place';

/** Activations at the same moment in several processes: so often a trigger takes its seat again. */
export const TRIES = 5;

/** A trigger that may share a place at a provider with others of its n8n. */
export interface Sharer extends Reach {
	own: OwnUrl;
	/** Whether it may join others; it leaves them in their place either way. */
	mayJoin: boolean;
	/** Whether it had a webhook there before. */
	isKnown: boolean;
	/** Addresses that it registered. */
	registered: string[];
	/** With which lists may have been written; the first one is `key`. */
	keys: string[];
}

/** Who is to get the calls of a place. */
export interface Seats {
	/** Addresses, the trigger's own among them; the first one is called and hands on. */
	members: string[];
	/** What each of the others that answered told of itself; undefined of one that told nothing. */
	told: unknown[];
	/** Those that were among them, and that nobody has any more. */
	gone: string[];
	/** With which all of them know each other. */
	key: string;
}

/**
 * Who shares a place, with the trigger among them. Those that are gone, e.g. since n8n was killed while it took them
 * out, are left out.
 *
 * @param text the URL that the provider has
 * @returns undefined when the place is somebody else's
 * @throws Failure when it is another trigger's of this n8n that cannot be reached
 */
export async function seatsAt(context: IHookFunctions, text: string, sharer: Sharer): Promise<Seats | undefined> {
	const place = readPlace(text, sharer.keys);
	return place && (await seatsIn(context, place, sharer));
}

/** The same for a place that is known without a URL. */
export async function seatsIn(context: IHookFunctions, place: Place, sharer: Sharer): Promise<Seats | undefined> {
	const isMine = place.members.some((member) => isOwn(member, sharer));
	if (!isMine && !mayJoin(place, sharer)) return undefined;
	const others = place.members.filter((member) => !isOwn(member, sharer) && isAtHome(member, sharer));
	const { found, key } = await askAll(context, others, sharer);
	if (!isMine && found[0]!.is === 'something') return undefined;
	// At a start of n8n nobody has said that this n8n shall have it, unless it had it before, or who is called proves it.
	if (!isMine && isStart(context) && !sharer.isKnown && found[0]!.is !== 'trigger') return undefined;
	if (!isMine && found[0]!.is === 'silent' && !isStart(context)) throw outOfReach(others[0]!, found[0]!.why);
	const left = others.filter((_, index) => isThere(found[index]!, place, context));
	const gone = others.filter((one) => !left.includes(one));
	const told = found.flatMap((one) => (one.is === 'trigger' ? [one.told] : []));
	return { members: inOrder(place, left, sharer), gone, told, key };
}

/** Who is left in a place without the trigger; undefined when it had no seat there. */
export function othersAt(text: string, sharer: Sharer): string[] | undefined {
	const members = readPlace(text, sharer.keys)?.members ?? [];
	const others = members.filter((member) => !isOwn(member, sharer));
	if (others.length === members.length) return undefined;
	return others.filter((member) => isAtHome(member, sharer));
}

/** A trigger as those know it that are left in a place. */
export function asKnownAt(text: string, sharer: Sharer): Sharer {
	return { ...sharer, key: readPlace(text, sharer.keys)?.key ?? sharer.key };
}

function isOwn(address: string, { own, isTest, registered }: Sharer): boolean {
	if (address === own.address) return true;
	// What a copied workflow remembers in the same n8n is another trigger's.
	const mayBeCopied = prefixOf(address) === prefixOf(own.address);
	if (registered.includes(address) && !mayBeCopied) return true;
	// A test URL that n8n could not clean up, e.g. because it was stopped meanwhile; nothing listens there any more.
	return !isTest && isTestUrlOf(readUrl(address)!, own);
}

function mayJoin({ members: [front] }: Place, sharer: Sharer): boolean {
	return sharer.mayJoin && isAtHome(front!, sharer);
}

/** While n8n starts, an active workflow may not have its URL yet; what the list says is believed then. */
function isThere({ is }: Found, { isSealed }: Place, context: IHookFunctions): boolean {
	return is === 'trigger' || (isSealed && (is === 'silent' || (is === 'nothing' && isStart(context))));
}

/**
 * The order of a place, to which the trigger is added at its end, or at its front when nobody is called there any more.
 * A test ends with its first call, so that it is never called before an active workflow.
 */
function inOrder({ members }: Place, left: string[], sharer: Sharer): string[] {
	const seats = members.flatMap((member) =>
		isOwn(member, sharer) ? [sharer.own.address] : left.includes(member) ? [member] : [],
	);
	if (!seats.includes(sharer.own.address)) {
		if (seats[0] === members[0]) seats.push(sharer.own.address);
		else seats.unshift(sharer.own.address);
	}
	const isTest = (address: string) => isTestUrl(address, sharer);
	return [...new Set([...seats.filter((one) => !isTest(one)), ...seats.filter(isTest)])];
}

/** Says in the log whom a trigger took out of a place. */
export function warnOfGone(context: IHookFunctions, gone: string[]): void {
	for (const address of gone) {
		context.logger.warn(
			`${context.getNode().name} took ${address} out of those that share its webhook: no active workflow with this API key has it any more`,
		);
	}
}

function outOfReach(address: string, why: string): Failure {
	return new Failure({
		message: `Another trigger of this n8n has the webhook, and n8n could not reach it to share it: ${address} (${why})`,
		nextStep: `Set "${internalAddressField.displayName}" under Options of both triggers to a URL under which n8n reaches itself, e.g. http://localhost:5678. If there is none, let one workflow have the trigger, and pass the events on with the Switch and Execute Sub-workflow nodes.`,
		code: 'WEBHOOK_TAKEN',
	});
}
