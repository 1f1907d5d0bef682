import { createHash } from 'crypto';
import type { KeyObject } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { CachedSecrets } from '../../shared/trigger/cachedSecret';
import { bodyOf, refuse, judgeCall } from '../../shared/trigger/incomingCall';
import { newsOf } from '../../shared/trigger/repeats';
import { sameSecret } from '../../shared/trigger/sameSecret';
import { partoo } from '../provider/provider';
import { eventIn, failedMessageIn, subjectOf } from './calls/event';
import { isWanted } from './calls/filters';
import { toOutput } from './output';
import { webhookKey } from './calls/publicKey';
import { readSettings } from './form/settings';
import { SECRET_PARAMETER } from './calls/urlSecret';
import { isSigned, signatureIn } from './calls/verify';

const keys = new CachedSecrets<KeyObject>();

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
	return await judgeCall(context, partoo.displayName, async () => await judge(context));
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
	const digest = createHash('sha256').update(body.raw).digest('base64');
	const isNews = newsOf(context);
	if (!isNews(subjectOf(event, digest), digest) || !isWanted(event, settings)) return {};
	const failed = settings.filters.ignoreRepeatedFailures ? failedMessageIn(event) : undefined;
	if (failed !== undefined && !isNews(`failed:${failed}`, '')) return {};
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
