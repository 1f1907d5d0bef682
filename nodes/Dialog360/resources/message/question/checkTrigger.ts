import type { INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../../shared/door/itemContext';
import { Failure } from '../../../../shared/failures/failure';
import { settled } from '../../../../shared/failures/settled';
import { toggle } from '../../../../shared/input/toggle';
import { asObject, objectsIn } from '../../../../shared/json';
import { parsedUrl } from '../../../../shared/parsedUrl';
import { isSuccess } from '../../../../shared/transport/answer';
import type { HttpAnswer } from '../../../../shared/transport/answer';
import type { Form } from '../itemForm';

/**
 * The webhook of the number, of its whole account, and those beside it
 * (https://docs.360dialog.com/docs/messaging-api/api-reference/webhooks).
 */
const WEBHOOKS = ['/v1/configs/webhook', '/waba_webhook', '/multi_webhook'];

export const checkTriggerOption: INodeProperties = {
	displayName: 'Check Trigger',
	name: 'checkTrigger',
	type: 'boolean',
	default: false,
	description:
		'Whether to check first that 360dialog calls this n8n; otherwise no answer can arrive. On by default. Switch it off if the calls come through a host of your own.',
};

/**
 * Looks whether 360dialog calls this n8n for the number. What cannot be found out is no reason not to ask.
 *
 * @throws Failure when it surely does not
 */
export async function checkTrigger({ options }: Form, item: ItemContext): Promise<void> {
	if (!toggle('Check Trigger', options.checkTrigger, true)) return;
	const called = await item.memory.once('webhooks', async () => await webhooksOf(item));
	if (called === undefined) return;
	const { origin } = new URL(item.context.getSignedResumeUrl());
	if (called.some((url) => parsedUrl(url)?.origin === origin)) return;
	const where = [...new Set(called.map((url) => parsedUrl(url)?.origin ?? url))].join(' and ');
	throw new Failure({
		message: `An answer could not come back: 360dialog calls ${where || 'nobody'} for this number, and not this n8n at ${origin}`,
		nextStep:
			"Activate a workflow with a 360dialog Trigger of this number (n8n 2: publish it). If the calls come through a host of your own, switch off the option 'Check Trigger'.",
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
