import type { IHookFunctions } from 'n8n-workflow';
import { clip } from '../failures/clip';
import { Failure } from '../failures/failure';
import { internalAddressField, whenTakenField } from './sharing/fields';
import { isProductionUrlOf } from './webhookUrl';
import type { OwnUrl, WebhookUrl } from './webhookUrl';

const TESTING =
	'Deactivate the workflow while you listen for a test event, or load an earlier execution into the editor and pin its data.';

const SHARE = `To let both have them, set "${whenTakenField.displayName}" under Options to "Share It"`;

const OLDER_NODE = 'a node without that option is an older one: put a new one in its place';

const OUT_OF_REACH = `n8n could not reach it to let both have them: set "${internalAddressField.displayName}" under Options of both triggers, e.g. to http://localhost:5678`;

/** Why it cannot be shared although both might. */
const NOT_SHARED = 'Only triggers with the same API key share them';

/** Characters of a workflow's name; n8n shows no more than 500 of what to do. */
const MOST_OF_NAME = 60;

/** Names of the workflows whose triggers this process registered, by address. */
const names = new Map<string, string>();

/** Notes whose the trigger at an address is, so that another one can say it. */
export function noteWorkflow(context: IHookFunctions, { address }: Pick<OwnUrl, 'address'>): void {
	const { name } = context.getWorkflow();
	if (name) names.set(address, name);
}

/** A place at a provider that goes to a URL which is not the trigger's. */
export interface TakenWebhook {
	/** Whose trigger it is, e.g. `Partoo`. */
	provider: string;
	/** What goes there, with its verb, e.g. `'Message Received' events already go`. */
	what: string;
	/** Why there is no second place, as a sentence. */
	rule: string;
	url: WebhookUrl;
	own: OwnUrl;
	/** Whether n8n listens for a test event. */
	isTest: boolean;
	/** Whether the trigger would share it, so that it cannot be shared for another reason. */
	mayJoin: boolean;
	/** Whether it cannot be shared because n8n does not reach the other trigger. */
	isOutOfReach?: boolean;
	/** What to do about another trigger of this n8n, beside sharing one. */
	otherTrigger: string;
	/** What to do about another system. */
	otherSystem: string;
}

/**
 * The sentence for a webhook that already goes somewhere else: where, and the way out for each of the three cases. It
 * stands in the message too, since n8n shows nothing else of what goes wrong while a workflow is published. Only the
 * address is shown, because a query may hold somebody's secret.
 */
export function webhookTaken(taking: TakenWebhook): Failure {
	const { provider, what, rule, url, own, isTest, mayJoin, isOutOfReach, otherTrigger, otherSystem } = taking;
	const address = url.search ? `${url.address}?…` : url.address;
	if (isTest && isProductionUrlOf(url, own)) {
		return taken(`${what} to the production URL of this very trigger: ${address}. ${TESTING}`, `${rule} ${TESTING}`);
	}
	if (url.origin === own.origin) {
		const name = names.get(url.address);
		const whose = name && `The workflow "${clip(name, MOST_OF_NAME)}" has them.`;
		const wayOut = isOutOfReach ? OUT_OF_REACH : mayJoin ? NOT_SHARED : SHARE;
		const aside = wayOut === SHARE ? `; ${OLDER_NODE}` : '';
		const one = `Or let one workflow have the ${provider} Trigger, and pass the events on with the Switch and Execute Sub-workflow nodes.`;
		return taken(
			[`${what} to another trigger of this n8n: ${address}.`, whose, `${wayOut}.`].filter(Boolean).join(' '),
			[whose, `${wayOut}${aside}.`, one, otherTrigger].filter(Boolean).join(' '),
		);
	}
	return taken(`${what} to another system: ${address}. ${otherSystem}`, `${rule} ${otherSystem}`);
}

function taken(message: string, nextStep: string): Failure {
	return new Failure({ message, nextStep, code: 'WEBHOOK_TAKEN' });
}
