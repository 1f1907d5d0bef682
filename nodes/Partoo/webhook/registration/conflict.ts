import type { Failure } from '../../../shared/failures/failure';
import { webhookTaken } from '../../../shared/trigger/webhookTaken';
import { partoo } from '../../provider/provider';
import type { Registration } from './endpoint';
import { eventName } from '../form/events';
import type { WantedWebhooks } from './plan';

/** The sentence for an event that already goes somewhere else. */
export function conflict(
	{ event, url }: Registration,
	{ own, isTest, sharer }: Pick<WantedWebhooks, 'own' | 'isTest' | 'sharer'>,
): Failure {
	return webhookTaken({
		provider: partoo.displayName,
		what: `'${eventName(event)}' events already go`,
		rule: 'Partoo calls one URL for each event of an organization.',
		url,
		own,
		isTest,
		mayJoin: sharer.mayJoin,
		otherTrigger: 'Or unpublish the other workflow first (n8n 1.x: deactivate it).',
		otherSystem:
			'If nothing needs them there any more, remove that webhook in Partoo under Settings > Integrations > Webhooks. Otherwise let that system forward the events to the URL of this trigger, with Registration set to "Manual" under Options.',
	});
}
