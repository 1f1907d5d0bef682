import { Failure } from '../../../shared/failures/failure';
import { webhookTaken } from '../../../shared/trigger/webhookTaken';
import type { WebhookUrl } from '../../../shared/trigger/webhookUrl';
import { dialog360 } from '../../provider/provider';
import type { WantedWebhook } from './wanted';

/** The sentence for a number whose webhook already goes somewhere else. */
export function conflict(
	url: WebhookUrl,
	{ own, isTest, sharer }: Pick<WantedWebhook, 'own' | 'isTest' | 'sharer'>,
): Failure {
	return webhookTaken({
		provider: dialog360.displayName,
		what: 'Calls for this number already go',
		rule: '360dialog has one main webhook for a number.',
		url,
		own,
		isTest,
		mayJoin: sharer.mayJoin,
		otherTrigger:
			'If that workflow is no longer published, set Registration to "Replace and Restore" under Options: 360dialog cannot remove a webhook.',
		otherSystem:
			'Under Options > Registration, "Additional Destination" adds this trigger beside it, and "Replace and Restore" takes its place until you unpublish the workflow.',
	});
}

export function destinationsFull(addresses: string[]): Failure {
	return new Failure({
		message: `This number has as many additional webhooks as 360dialog allows: ${addresses.join(', ')}`,
		nextStep: 'Have one of them removed by 360dialog, or choose another Registration under Options.',
		code: 'WEBHOOK_TAKEN',
	});
}

export function destinationsOff(addresses: string[]): Failure {
	return new Failure({
		message: `The additional webhooks of this number are switched off, and switching them on would wake those of others: ${addresses.join(', ')}`,
		nextStep:
			'Switch them on at 360dialog (POST /multi_webhook with "enabled": true) if that is right, or choose another Registration under Options.',
		code: 'WEBHOOK_TAKEN',
	});
}
