import { Failure } from '../../shared/failure';
import type { Registration } from './endpoint';
import { eventName } from './events';
import type { Wish } from './plan';
import { isOfSameNode } from './url';

const RULE = 'Partoo calls one URL for each event of an organization.';
const SHARE =
	'Let one workflow have the Partoo Trigger, and hand the events on from there with the Switch and Execute Sub-workflow nodes.';

/**
 * The sentence for an event that already goes somewhere else: where, and the way out for each of the three cases. Only
 * the address is shown, because a query may hold somebody's secret.
 */
export function conflict({ event, url }: Registration, { own, isTest }: Pick<Wish, 'own' | 'isTest'>): Failure {
	const name = `'${eventName(event)}' events`;
	const address = url.search ? `${url.address}?…` : url.address;
	if (isTest && isOfSameNode(url, own)) {
		return taken(
			`${name} already go to the production URL of this very trigger: ${address}`,
			`${RULE} Deactivate the workflow while you listen for a test event, or load an earlier execution into the editor and pin its data.`,
		);
	}
	if (url.origin === own.origin) {
		return taken(`${name} already go to another trigger of this n8n: ${address}`, `${RULE} ${SHARE} Or deactivate the other workflow first.`);
	}
	return taken(
		`${name} already go to another system: ${address}`,
		`${RULE} If nothing needs them there any more, remove that webhook in Partoo under Settings > Integrations > Webhooks. Otherwise let that system pass the events on to the URL of this trigger, with Registration set to "Manual" under Options.`,
	);
}

function taken(message: string, nextStep: string): Failure {
	return new Failure({ message, nextStep, code: 'WEBHOOK_TAKEN' });
}
