import type { INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../../shared/door/itemContext';
import { Failure } from '../../../../shared/failures/failure';
import { settled } from '../../../../shared/failures/settled';
import { toggle } from '../../../../shared/input/toggle';
import { asObject, objectsIn } from '../../../../shared/json';
import { parsedUrl } from '../../../../shared/parsedUrl';
import { isSuccess } from '../../../../shared/transport/answer';
import type { HttpAnswer } from '../../../../shared/transport/answer';
import { isDeserted } from '../../../../shared/trigger/sharing/ask';
import { isAtHome } from '../../../../shared/trigger/sharing/home';
import { shareKey } from '../../../../shared/trigger/sharing/shareKey';
import { readUrl } from '../../../../shared/trigger/webhookUrl';
import { dialog360 } from '../../../provider/provider';
import type { Form } from '../itemForm';

/**
 * The webhook of the number, of its whole account, and those beside it
 * (https://docs.360dialog.com/docs/messaging-api/api-reference/webhooks).
 */
const WEBHOOKS = ['/v1/configs/webhook', '/waba_webhook', '/multi_webhook'];

const PUBLISH = 'Publish a workflow with a 360dialog Trigger of this number (n8n 1.x: activate it).';
const OTHERWISE = "If the calls come through a host of your own, switch off the option 'Check Trigger'.";

export const checkTriggerOption: INodeProperties = {
	displayName: 'Check Trigger',
	name: 'checkTrigger',
	type: 'boolean',
	default: false,
	description:
		'Whether to check first that 360dialog calls this n8n; otherwise no answer can arrive. On by default. Switch it off if a host of your own gets the calls.',
};

/**
 * Looks whether 360dialog calls an active workflow of this n8n for the number. What cannot be found out is no reason
 * not to ask.
 *
 * @throws Failure when it surely does not
 */
export async function checkTrigger({ options }: Form, item: ItemContext): Promise<void> {
	if (!toggle('Check Trigger', options.checkTrigger, true)) return;
	const called = await item.memory.once('webhooks', async () => await webhooksOf(item));
	if (called === undefined) return;
	const { origin } = new URL(item.context.getSignedResumeUrl());
	const here = called.filter((url) => parsedUrl(url)?.origin === origin);
	if (here.length > 0) return await item.memory.once('active', async () => await checkActive(here, item));
	const where = [...new Set(called.map((url) => parsedUrl(url)?.origin ?? url))].join(' and ');
	throw new Failure({
		message: `An answer could not come back: 360dialog calls ${where || 'nobody'} for this number, and not this n8n at ${origin}`,
		nextStep: `${PUBLISH} ${OTHERWISE}`,
		code: 'NO_TRIGGER',
	});
}

/**
 * Asks whoever is called: 360dialog goes on calling a trigger whose workflow is no longer active, since it has no way
 * to take a webhook out. No address is asked but that of a trigger, and one that does not answer may be there.
 */
async function checkActive(urls: string[], { context }: ItemContext): Promise<void> {
	const { apiKey } = await context.getCredentials(dialog360.credential);
	// Executions that wait have their URLs beside those of triggers: <base>/webhook-waiting/<execution>/…
	const { address: resumeUrl, origin } = readUrl(context.getSignedResumeUrl())!;
	const segments = resumeUrl.split('/');
	const base = segments.slice(0, segments.lastIndexOf(context.getExecutionId()) - 1).join('/');
	const home = { own: { address: '', editor: { address: base, origin } }, isTest: false };
	const reach = { ...home, key: shareKey(context, apiKey) };
	const addresses = urls.map((url) => readUrl(url)!.address);
	const gone = await Promise.all(
		addresses.map(async (address) => isAtHome(address, home) && (await isDeserted(context, address, reach))),
	);
	if (gone.includes(false)) return;
	throw new Failure({
		message: `An answer could not come back: 360dialog calls ${addresses.join(' and ')} for this number, and no active workflow has that webhook`,
		nextStep: `${PUBLISH} ${OTHERWISE}`,
		code: 'NO_TRIGGER',
	});
}

/** The addresses that 360dialog calls; undefined where it does not tell all of them. */
async function webhooksOf(item: ItemContext): Promise<string[] | undefined> {
	const looks = await Promise.all(
		WEBHOOKS.map(async (url) => await settled(item.ask({ method: 'GET', url }, { isRead: true }))),
	);
	const answers = looks.flatMap((look) => (look.status === 'fulfilled' ? [look.value] : []));
	const isTold = ({ statusCode }: HttpAnswer) => isSuccess(statusCode) || statusCode === 404;
	if (answers.length < looks.length || !isTold(answers[0]!)) return undefined;
	return answers
		.filter(({ statusCode }) => isSuccess(statusCode))
		.map(({ body }) => asObject(body))
		.flatMap((body) => [body, ...(body.enabled === true ? objectsIn(body.destinations) : [])])
		.flatMap(({ url }) => (typeof url === 'string' && url !== '' ? [url] : []));
}
