import { Failure } from '../../../shared/failures/failure';
import { webhookTaken } from '../../../shared/trigger/webhookTaken';
import type { OwnUrl, WebhookUrl } from '../../../shared/trigger/webhookUrl';
import { dialog360 } from '../../provider/provider';

/** The sentence for a number whose webhook already goes somewhere else. */
export function conflict(url: WebhookUrl, { own, isTest }: { own: OwnUrl; isTest: boolean }): Failure {
	return webhookTaken({
		provider: dialog360.displayName,
		what: 'Calls for this number already go',
		rule: '360dialog has one main webhook for a number.',
		url,
		own,
		isTest,
		otherTrigger:
			'If that workflow is no longer active, set Registration to "Replace and Restore" under Options: 360dialog has no way to take a webhook out.',
		otherSystem:
			'Under Options > Registration, "Additional Destination" adds this trigger beside it, and "Replace and Restore" takes its place until the workflow is deactivated.',
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
