import { Failure } from '../../../shared/failures/failure';
import { webhookTaken } from '../../../shared/trigger/webhookTaken';
import { isProductionUrlOf } from '../../../shared/trigger/webhookUrl';
import type { WebhookUrl } from '../../../shared/trigger/webhookUrl';
import { callbell } from '../../provider/provider';
import type { TakenCall } from './endpoint';
import type { Subscription } from './wanted';

const WHAT = 'The events of this Callbell account already go';
const RULE = 'Callbell calls one URL for an account, and does not tell which.';
const REPLACE = 'set Registration to "Replace" under Options';

/**
 * Whether the trigger may not take the place of another one of this n8n. A test may never take that of its own active
 * workflow, which it would silence; the other way round nothing listens any more.
 */
export function isInTheWay(holder: WebhookUrl, { isTest, mayReplace, own }: Subscription): boolean {
	if (holder.address === own.address) return false;
	return isProductionUrlOf(holder, own) ? isTest : !mayReplace;
}

/**
 * The sentence for a webhook that another trigger of this n8n has, or this one with its production URL.
 *
 * @param isOutOfReach whether n8n could not reach it to share it
 */
export function heldBy(holder: WebhookUrl, { own, isTest, sharer }: Subscription, isOutOfReach: boolean): Failure {
	return webhookTaken({
		provider: callbell.displayName,
		what: WHAT,
		rule: RULE,
		url: holder,
		own,
		isTest,
		mayJoin: sharer.mayJoin,
		isOutOfReach,
		otherTrigger: 'Or unpublish the other workflow (n8n 1.x: deactivate it).',
		otherSystem: `If nothing needs them there any more, ${REPLACE}.`,
	});
}

/** The sentence for a webhook whose last call another system took, or a trigger that this process does not know. */
export function answeredBy({ at, answer: { by } }: TakenCall): Failure {
	const whom = by === null ? 'another system' : 'another Callbell Trigger';
	return new Failure({
		message: `${WHAT} to ${whom}, which took a call at ${at}. If nothing needs them there any more, ${REPLACE}.`,
		cause: `${RULE} Its delivery log tells who answered.`,
		nextStep: `If nothing needs them there any more, ${REPLACE}; it cannot be put back, since nobody can read its URL. Otherwise let that ${by === null ? 'system' : 'workflow'} forward the events to the URL of this trigger, with Registration set to "Manual".`,
		code: 'WEBHOOK_TAKEN',
	});
}
