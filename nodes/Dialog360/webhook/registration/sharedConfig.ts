import { isTestUrl } from '../../../shared/trigger/sharing/home';
import { writePlace } from '../../../shared/trigger/sharing/place';
import type { Sharer } from '../../../shared/trigger/sharing/seat';
import { givenSecret } from '../../../shared/trigger/sharing/shareKey';
import { readUrl } from '../../../shared/trigger/webhookUrl';
import { SECRET_HEADER } from '../calls/secrets';
import type { WebhookConfig } from './staticData';

/**
 * What 360dialog is to have for triggers that share a webhook. The one that is called keeps the headers that it has, or
 * gets a secret that it will know.
 *
 * @param members addresses, first that of the trigger that is called
 * @param own what the trigger that registers them wants for itself
 */
export function configOf(
	present: WebhookConfig,
	[front = '', ...others]: string[],
	sharer: Pick<Sharer, 'own' | 'isTest' | 'key'>,
	own?: WebhookConfig,
): WebhookConfig {
	const { url, headers } =
		front === sharer.own.address && own
			? own
			: front === readUrl(present.url)?.address
				? present
				: given(front, sharer.key);
	return {
		url: writePlace(url, others, { key: sharer.key, isPlain: true, isTest: isTestUrl(front, sharer) }),
		headers,
	};
}

function given(front: string, key: string): WebhookConfig {
	return { url: front, headers: { [SECRET_HEADER]: givenSecret(key, front) } };
}

/** Whether two are the same for the trigger that is called. Names of headers are the same whatever their case. */
export function isSame(one: WebhookConfig, other: WebhookConfig): boolean {
	return one.url === other.url && secretIn(one) === secretIn(other);
}

function secretIn({ headers }: WebhookConfig): unknown {
	return Object.entries(headers).find(([name]) => name.toLowerCase() === SECRET_HEADER.toLowerCase())?.[1];
}
