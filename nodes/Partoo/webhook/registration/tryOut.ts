import type { IHookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import type { Subscription } from './wanted';

/**
 * Milliseconds until n8n listens at its test URL for certain. A call that came while the webhook is still being
 * registered would end the listening before n8n knows what to take out again.
 */
const N8N_IS_READY_MS = 500;

/**
 * Lets Partoo send its latest real data of the first chosen event to n8n's test URL, so that whoever listens for a test
 * event need not wait for one (https://developers.partoo.co/api-reference/webhooks/send-test-webhook-payloads). It goes
 * on after the registration; what goes wrong is logged, since the listening works without it.
 */
export function tryOutLater(context: IHookFunctions, { endpoint, types, fullUrl, isTest }: Subscription): void {
	if (!isTest) return;
	void settled(sleep(N8N_IS_READY_MS).then(async () => await endpoint.tryOut(types[0]!, fullUrl))).then((result) => {
		if (result.status === 'fulfilled') return;
		const why = result.reason instanceof Error ? result.reason.message : String(result.reason);
		context.logger.warn(`Partoo sent ${context.getNode().name} no try-out; it waits for an event: ${why}`);
	});
}
