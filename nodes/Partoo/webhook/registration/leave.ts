import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { asKnownAt, othersAt } from '../../../shared/trigger/sharing/seat';
import type { Sharer } from '../../../shared/trigger/sharing/seat';
import type { Endpoint, Registration } from './endpoint';
import { textOf, urlOf } from './plan';
import type { Remembered } from './staticData';
import { takeOut, takeOutQuietly, warn } from './takeOut';

/**
 * Takes the trigger out of registrations: it leaves those that it shares to the others, and deletes the rest.
 *
 * @throws Failure when Partoo refuses it
 */
export async function leave(
	context: IHookFunctions,
	endpoint: Endpoint,
	registrations: Registration[],
	sharer: Sharer,
): Promise<void> {
	const { shared, alone } = sorted(registrations, sharer);
	for (const { registration, others } of shared)
		await endpoint.update(registration.id, urlFor(registration, others, sharer));
	await takeOut(context, endpoint, alone);
}

/** The same for those that are remembered and still go to the trigger, as far as Partoo tells; what fails is logged. */
export async function leaveQuietly(
	context: IHookFunctions,
	endpoint: Endpoint,
	remembered: Remembered[],
	sharer: Sharer,
): Promise<void> {
	if (remembered.length === 0) return;
	const listed = await settled(endpoint.list());
	// Without a list, what may be shared is left: the next activation of another trigger finds that this one is gone.
	if (listed.status === 'rejected' && sharer.mayJoin)
		return warn(context, 'could not take itself out at Partoo', listed.reason);
	if (listed.status === 'rejected') return await takeOutQuietly(context, endpoint, remembered);
	const own = listed.value.filter(({ id }) => remembered.some((one) => one.id === id));
	const { shared, alone } = sorted(own, sharer);
	for (const { registration, others } of shared) {
		const left = await settled(endpoint.update(registration.id, urlFor(registration, others, sharer)));
		if (left.status === 'rejected')
			warn(context, `could not take itself out of webhook ${registration.id} at Partoo`, left.reason);
	}
	const gone = remembered.filter(({ id }) => !listed.value.some((one) => one.id === id));
	await takeOutQuietly(context, endpoint, [...alone, ...gone]);
}

function urlFor(registration: Registration, others: string[], sharer: Sharer): string {
	return urlOf(registration, others, asKnownAt(textOf(registration), sharer));
}

/** What is no longer the trigger's is in neither list. */
function sorted(registrations: Registration[], sharer: Sharer) {
	const seats = registrations.map((registration) => ({ registration, others: othersAt(textOf(registration), sharer) }));
	return {
		shared: seats.flatMap(({ registration, others }) => (others?.length ? [{ registration, others }] : [])),
		alone: seats.flatMap(({ registration, others }) => (others?.length === 0 ? [registration] : [])),
	};
}
