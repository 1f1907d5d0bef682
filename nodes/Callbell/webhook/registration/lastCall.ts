import type { IHookFunctions } from 'n8n-workflow';
import type { Place } from '../../../shared/trigger/sharing/place';
import type { TakenCall } from './endpoint';
import { markerOf, markersOf } from './marker';
import { rememberedBy } from './staticData';
import type { Subscription } from './wanted';

type Known = Pick<Subscription, 'credential' | 'observed'>;

/** How somebody may be one of ours. */
interface Ours {
	/** The triggers that are known to share the webhook. */
	place?: Place;
	/** Whether the same trigger is no other one in an n8n at another address. */
	isAnyAddress?: boolean;
}

/** The last call that was taken, unless it came before the trigger had subscribed. */
export function newerThanKnown(
	context: IHookFunctions,
	last: TakenCall | undefined,
	{ credential, observed }: Known,
): TakenCall | undefined {
	const moments = [observed.settledUntil, rememberedBy(context, credential)?.settledUntil];
	return last && moments.some((until) => until !== undefined && last.at <= until) ? undefined : last;
}

/** Whether somebody else took the last call, after the trigger had subscribed. */
export function isForeign(
	context: IHookFunctions,
	last: TakenCall,
	known: Known,
	{ place, isAnyAddress = false }: Ours = {},
): boolean {
	const { by, address } = markersOf(context);
	const { addresses } = last.answer;
	const isHere = isAnyAddress || addresses.length === 0 || addresses.includes(address);
	const ours = (place?.members ?? []).map((one) => markerOf(context, one.split('/').slice(-2).join('/')));
	const isOurs = [by, ...ours].includes(last.answer.by ?? '') && isHere;
	return !isOurs && newerThanKnown(context, last, known) !== undefined;
}
