import { createHash } from 'crypto';
import type { KeyObject } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { FreshSecrets } from '../../shared/freshSecret';
import { bodyOf, onLostRun, refuse } from '../../shared/incomingCall';
import { sameSecret } from '../../shared/sameSecret';
import { seenBy } from '../../shared/seenStates';
import { partoo } from '../provider';
import { eventIn, subjectOf } from './event';
import type { PartooEvent } from './event';
import { isWanted } from './filters';
import { toOutput } from './output';
import { webhookKey } from './publicKey';
import { readSettings } from './settings';
import { SECRET_PARAMETER } from './url';
import { isSigned, signatureIn } from './verifySignature';

const keys = new FreshSecrets<KeyObject>();

/**
 * Answers a call to the trigger's URL and decides whether it starts the workflow.
 *
 * | the call | answer | starts it |
 * | --- | --- | --- |
 * | is no JSON object with a type | 400 | no |
 * | lacks the secret or Partoo's signature, or has a wrong one | 401: Partoo repeats only what is answered with 5xx | no |
 * | is not wanted, or was seen before | 200 | no |
 * | is wanted | 200, once n8n has saved the execution | yes |
 * | cannot be judged, e.g. because n8n cannot read the credential | 503: Partoo calls again later | no |
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const [result] = await Promise.allSettled([judge(context)]);
	if (result.status === 'fulfilled') return result.value;
	const reason: unknown = result.reason;
	const why = reason instanceof Error ? reason.message : String(reason);
	context.logger.error(`${context.getNode().name} could not judge a call of Partoo: ${why}`);
	return refuse(context, 503, 'The call cannot be verified at the moment');
}

async function judge(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const body = bodyOf(context);
	const event = body && eventIn(body.json);
	if (!event) return refuse(context, 400, 'The body is no JSON object with a type');
	const settings = readSettings(context);
	const { urlSecret, verifySignature = true, rawOnly } = settings.options;
	if (urlSecret && !sameSecret((context.getQueryData() as Record<string, unknown>)[SECRET_PARAMETER], urlSecret)) {
		return refuse(context, 401, 'The secret in the URL is missing or wrong');
	}
	if (verifySignature && !(await isFromPartoo(context, body.raw))) {
		return refuse(context, 401, 'The signature is missing or wrong');
	}
	if (!isNews(context, event, body.raw) || !isWanted(event, settings)) return {};
	return { workflowData: [[{ json: toOutput(event, rawOnly) }]] };
}

async function isFromPartoo(context: IWebhookFunctions, raw: Buffer): Promise<boolean> {
	const signature = signatureIn(context.getHeaderData() as Record<string, string | string[] | undefined>);
	if (!signature) return false;
	return await keys.accepts(
		context.getNode().credentials?.[partoo.credential]?.id,
		async () => webhookKey(await context.getCredentials(partoo.credential)),
		(key) => isSigned(raw, signature, key),
	);
}

/** Notes the event, whether or not it is wanted: what is filtered out still changes the state of its message. */
function isNews(context: IWebhookFunctions, event: PartooEvent, raw: Buffer): boolean {
	// Somebody who listens for a test event wants to see it, as often as they ask for it.
	if (context.getMode() === 'manual') return true;
	const digest = createHash('sha256').update(raw).digest('base64');
	const subject = subjectOf(event, digest);
	const seen = seenBy(context.getWorkflow().id, context.getNode().id);
	const news = seen.isNews(subject, digest);
	if (news) onLostRun(context, () => seen.forget(subject, digest));
	return news;
}
