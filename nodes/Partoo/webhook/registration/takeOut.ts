import type { IHookFunctions } from 'n8n-workflow';
import { Failure } from '../../../shared/failures/failure';
import { settled } from '../../../shared/failures/settled';
import type { Endpoint, Registration } from './endpoint';

type Known = Pick<Registration, 'id' | 'event'>;

/**
 * Deletes registrations, and looks whether they are gone: no page of Partoo's documentation has the call, so that HTTP
 * 404 may mean either. What is still there is logged.
 *
 * @throws Failure when Partoo refuses a deletion
 */
export async function takeOut(context: IHookFunctions, endpoint: Endpoint, registrations: Known[]): Promise<void> {
	if (registrations.length === 0) return;
	for (const { id } of registrations) await deleteIfThere(endpoint, id);
	await warnOfRest(context, endpoint, registrations);
}

/** The same, but what goes wrong is logged. */
export async function takeOutQuietly(
	context: IHookFunctions,
	endpoint: Endpoint,
	registrations: Known[],
): Promise<void> {
	const deleted: Known[] = [];
	for (const registration of registrations) {
		const { id } = registration;
		const result = await settled(deleteIfThere(endpoint, id));
		if (result.status === 'fulfilled') deleted.push(registration);
		else warn(context, `could not delete webhook ${id} at Partoo`, result.reason);
	}
	if (deleted.length > 0) await warnOfRest(context, endpoint, deleted);
}

async function deleteIfThere(endpoint: Endpoint, id: string): Promise<void> {
	const result = await settled(endpoint.delete(id));
	if (result.status === 'rejected' && !hasCode(result.reason, '404')) throw result.reason;
}

async function warnOfRest(context: IHookFunctions, endpoint: Endpoint, registrations: Known[]): Promise<void> {
	const listed = await settled(endpoint.list());
	if (listed.status === 'rejected') return;
	for (const { id, event } of listed.value.filter((one) => registrations.some(({ id: gone }) => gone === one.id))) {
		context.logger.warn(
			`Partoo still has webhook ${id} for '${event}' after ${context.getNode().name} deleted it. Remove it in Partoo under Settings > Integrations > Webhooks.`,
		);
	}
}

export function warn(context: IHookFunctions, what: string, reason: unknown): void {
	const why = reason instanceof Error ? reason.message : String(reason);
	context.logger.warn(`${context.getNode().name} ${what}: ${why}`);
}

/** Whether Partoo answered with one of these codes. */
export function hasCode(reason: unknown, ...codes: string[]): boolean {
	return reason instanceof Failure && codes.includes(String(reason.facts.httpCode));
}
