import type { IHookFunctions } from 'n8n-workflow';
import { isStart } from '../../../shared/trigger/moved';
import { askAll } from '../../../shared/trigger/sharing/ask';
import { isAtHome, isTestUrl, productionPrefixOf } from '../../../shared/trigger/sharing/home';
import { readPlace, writePlace } from '../../../shared/trigger/sharing/place';
import type { Place } from '../../../shared/trigger/sharing/place';
import { seatsIn } from '../../../shared/trigger/sharing/seat';
import type { Sharer } from '../../../shared/trigger/sharing/seat';
import { readUrl } from '../../../shared/trigger/webhookUrl';
import type { TakenCall } from './endpoint';
import { liveUrlOf, noteLive } from './observedWebhooks';
import type { ObservedWebhook } from './observedWebhooks';
import { rememberedBy } from './staticData';
import type { Subscription } from './wanted';

/** Triggers of this n8n that share the webhook of an account, and what it is to be. */
interface SharedWebhook {
	/** Addresses, first that of the trigger that is called. */
	members: string[];
	/** The events of all of them. */
	types: string[];
	/** Those that were among them, and that nobody has any more. */
	gone: string[];
	/** Whether each of the others said which events it wants; while n8n starts, some are not there yet. */
	isComplete: boolean;
	/** With which all of them know each other. */
	key: string;
}

/** Asks for the active workflow of a trigger that listens for a test event, where n8n was started and asked none. */
export async function lookForLive(
	context: IHookFunctions,
	{ own, sharer }: Pick<Subscription, 'own' | 'sharer'>,
): Promise<void> {
	const prefix = productionPrefixOf(context);
	if (!sharer.isTest || !prefix || liveUrlOf(own)) return;
	const url = readUrl(`${prefix}/${own.tail}`)!;
	const [found] = (await askAll(context, [url.address], sharer)).found;
	if (found?.is === 'trigger' && Array.isArray(found.told)) noteLive({ ...url, tail: own.tail });
}

/**
 * Who of this n8n gets the calls, as far as is known: for whom this process subscribed last, or else the trigger itself
 * where n8n was started without asking any; and whom the URL of the last call named. Each may be behind.
 *
 * @param last the last call that was taken, unless it was before the trigger subscribed
 */
export function placeOf(
	context: IHookFunctions,
	{ credential, observed, sharer }: Pick<Subscription, 'credential' | 'observed' | 'sharer'>,
	last: TakenCall | undefined,
): Place | undefined {
	const logged = last?.answer.place ? readPlace(last.answer.place, sharer.keys) : undefined;
	const live = sharer.isTest ? liveUrlOf(sharer.own)?.address : undefined;
	const remembered = isStart(context) ? undefined : rememberedBy(context, credential)?.members;
	const subscribed = observed.members?.length ? observed.members : (remembered ?? []);
	const known = [live ?? [], subscribed, logged?.isSealed ? logged.members : []].flat();
	// A test has ended when n8n is started.
	const members = known.filter((one) => !isStart(context) || !isTestUrl(one, sharer));
	return members.length > 0 ? { members: [...new Set(members)], isSealed: true } : undefined;
}

/** Says that a trigger may take the webhook from others of which nothing tells, or leave it without them. */
export function sayIfUnknown(
	context: IHookFunctions,
	{ observed, sharer }: Pick<Subscription, 'observed' | 'sharer'>,
	last: TakenCall | undefined,
): void {
	if (observed.members || last || isStart(context) || !sharer.mayJoin) return;
	context.logger.info(
		`${context.getNode().name} cannot know all workflows that share Callbell's webhook, since Callbell has called none after this n8n was started: publish the others again (n8n 1.x: activate them again)`,
	);
}

/**
 * What the webhook is to be for the trigger and others; undefined where it is alone, or may not join them.
 *
 * @throws Failure when they cannot be reached
 */
export async function sharedWith(
	context: IHookFunctions,
	{ sharer, types, observed }: Subscription,
	place: Place | undefined,
): Promise<SharedWebhook | undefined> {
	const seats = place && (await seatsIn(context, place, sharer));
	if (!seats) return undefined;
	const { members, gone, told, key } = seats;
	if (members.length === 1 && gone.length === 0) return undefined;
	// One that did not subscribe by itself has its calls from a person or another system, with events that nobody knows.
	if (!told.every(Array.isArray)) return undefined;
	const isComplete = told.length === members.length - 1;
	return { members, gone, isComplete, key, types: allTypes([types, ...told], isComplete, observed) };
}

/** What the webhook is to be for the others when the trigger leaves it; undefined when nobody is left. */
export async function leftWithout(
	context: IHookFunctions,
	address: string,
	{ sharer, observed, place }: { sharer: Sharer; observed: ObservedWebhook; place: Place | undefined },
): Promise<Pick<SharedWebhook, 'members' | 'types' | 'key'> | undefined> {
	const others = (place?.members ?? []).filter((one) => one !== address && isAtHome(one, sharer));
	const { found, key } = await askAll(context, others, sharer);
	const asked = others.map((member, index) => ({ member, found: found[index]! }));
	const left = asked.filter(
		({ found: one }) => one.is === 'silent' || (one.is === 'trigger' && Array.isArray(one.told)),
	);
	if (left.length === 0) return undefined;
	const told = left.flatMap(({ found: one }) => (one.is === 'trigger' ? [one.told] : []));
	const types = allTypes(told, told.length === left.length, observed);
	return { members: left.map(({ member }) => member), types, key };
}

/** The URL by which all of them get the calls. */
export function urlFor({ members, key }: Pick<SharedWebhook, 'members' | 'key'>, sharer: Sharer): string {
	const [front = '', ...others] = members;
	return writePlace(front, others, { key, isPlain: true, isTest: isTestUrl(front, sharer) });
}

function allTypes(told: unknown[], isComplete: boolean, observed: ObservedWebhook): string[] {
	// Who does not answer wants no less than before.
	const before = isComplete ? [] : (observed.types ?? []);
	return [...new Set([...(told.flat() as string[]), ...before])];
}
