import type { IHookFunctions } from 'n8n-workflow';
import { isAtHome } from '../../../shared/trigger/sharing/home';
import { writePlace } from '../../../shared/trigger/sharing/place';
import { othersAt, seatsAt } from '../../../shared/trigger/sharing/seat';
import type { Seats, Sharer } from '../../../shared/trigger/sharing/seat';
import type { OwnUrl } from '../../../shared/trigger/webhookUrl';
import type { Registration } from './endpoint';

/** A registration that goes to another URL than it should. */
export interface Move {
	registration: Registration;
	url: string;
}

/** What the trigger has to do at Partoo so that it is called once for each of its events. */
export interface Plan {
	/** Registered as they should be. */
	keep: Registration[];
	/** Types of events without a registration. */
	make: string[];
	/**
	 * The trigger's own, but at an address or with a secret that it does not have any more, or at its test URL; and those
	 * of other triggers that are to share with it.
	 */
	move: Move[];
	/** The trigger's own, for an event that it does not want any more. */
	remove: Registration[];
	/** Somebody else's registration on an event that the trigger wants. */
	foreign?: Registration;
	/** Who shared an event and is there no more. */
	gone: string[];
	/** With which those that share an event know each other, if that is not the trigger's own key. */
	sharedKey?: string;
}

/** What the trigger wants, and how it knows its own. */
export interface WantedWebhooks {
	types: string[];
	/** As it is registered, with the secret. */
	fullUrl: string;
	own: OwnUrl;
	/** IDs of registrations that it made. */
	remembered: ReadonlySet<string>;
	/**
	 * Whether n8n listens for a test event: the registration of the production URL is then somebody else's, although of
	 * the same node, because taking it over would silence the active workflow.
	 */
	isTest: boolean;
	sharer: Sharer;
}

/**
 * Compares what Partoo has with what the trigger wants. Its own registrations are known by their ID, or by the end of
 * their path, which n8n drew at random for this node; the address changes when n8n moves.
 */
export async function plan(context: IHookFunctions, registered: Registration[], wanted: WantedWebhooks): Promise<Plan> {
	const { types, sharer } = wanted;
	const result: Plan = { keep: [], make: [...types], move: [], remove: [], gone: [] };
	for (const registration of registered) {
		const { event } = registration;
		const isWanted = types.includes(event);
		const index = result.make.indexOf(event);
		if (index < 0 && isMine(registration, wanted)) result.remove.push(registration);
		const seats = isWanted && index >= 0 ? await seatsOf(context, registration, wanted) : undefined;
		if (isWanted && index >= 0 && !seats) result.foreign ??= registration;
		if (!seats) continue;
		const { members, gone, key } = seats;
		result.gone.push(...gone);
		if (key !== sharer.key) result.sharedKey = key;
		result.make.splice(index, 1);
		const url = urlOf(registration, members, { ...sharer, key }, wanted.fullUrl);
		if (textOf(registration) === url) result.keep.push(registration);
		else result.move.push({ registration, url });
	}
	return result;
}

/**
 * The URL of a registration for several triggers. The seal shows the one that is called, too, that one of them
 * registered it: they do not know the secret that it may want in its URL.
 */
export function urlOf(
	registration: Registration,
	[front = '', ...others]: string[],
	sharer: Sharer,
	own?: string,
): string {
	const isOwn = front === sharer.own.address && own !== undefined;
	const text = isOwn ? own : front === registration.url.address ? textOf(registration) : front;
	return writePlace(text, others, { key: sharer.key, isPlain: isOwn, isTest: false });
}

export function textOf({ url }: Pick<Registration, 'url'>): string {
	return url.address + url.search;
}

async function seatsOf(
	context: IHookFunctions,
	registration: Registration,
	wanted: WantedWebhooks,
): Promise<Pick<Seats, 'members' | 'gone' | 'key'> | undefined> {
	const { own, sharer } = wanted;
	const seats = await seatsAt(context, textOf(registration), sharer);
	return seats ?? (isMine(registration, wanted) ? { members: [own.address], gone: [], key: sharer.key } : undefined);
}

function isMine(registration: Registration, { remembered, sharer }: WantedWebhooks): boolean {
	// One of the same ID may be another trigger's by now, to which this one left it.
	const mayBeLeft = isAtHome(registration.url.address, sharer);
	const isRemembered = remembered.has(registration.id) && !mayBeLeft;
	return isRemembered || othersAt(textOf(registration), sharer) !== undefined;
}
