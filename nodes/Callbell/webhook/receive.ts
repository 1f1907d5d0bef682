import { createHash } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { CachedSecrets } from '../../shared/trigger/cachedSecret';
import { bodyOf, refuse, judgeCall } from '../../shared/trigger/incomingCall';
import { newsOf } from '../../shared/trigger/repeats';
import { ownUrl } from '../../shared/trigger/webhookUrl';
import { callbell } from '../provider/provider';
import { eventIn } from './calls/event';
import { isWanted } from './calls/filters';
import { repeatKeyOf, saidBy } from './calls/repeats';
import { isSigned, SIGNATURE_HEADER } from './calls/verify';
import { isDocumented } from './form/events';
import { readSettings } from './form/settings';
import { toOutput } from './output';
import { markAnswer } from './registration/marker';
import { noteLive } from './registration/observedWebhooks';

/** What Callbell's connection checks demand (https://docs.callbell.eu/api/reference/webhooks/introduction). */
const OK = { status: 'ok' };

const secrets = new CachedSecrets<string>();

/**
 * Answers a call to the trigger's URL and decides whether it starts the workflow.
 *
 * | the call | answer | starts it |
 * | --- | --- | --- |
 * | is no event that is documented or chosen: a connection check, whose shape is not documented | 200 | no |
 * | lacks Callbell's signature, or has a wrong or old one, while the credential has a secret | 401 | no |
 * | is not wanted, or was seen before | 200 | no |
 * | is wanted | 200, once n8n has saved the execution | yes |
 * | cannot be judged, e.g. because n8n cannot read the credential | 503: Callbell calls again later | no |
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	markAnswer(context);
	if (context.getMode() !== 'manual') noteLive(ownUrl(context, String(context.getNodeWebhookUrl('default'))));
	return await judgeCall(context, callbell.displayName, async () => await judge(context));
}

async function judge(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(context);
	const body = bodyOf(context);
	const event = body && eventIn(body.json, settings.types);
	if (!event || !(isDocumented(event.type) || settings.types.includes(event.type))) return { webhookResponse: OK };
	if (!(await isFromCallbell(context, body.raw))) {
		return refuse(context, 401, 'The signature is missing, wrong or too old');
	}
	const digest = createHash('sha256').update(body.raw).digest('hex');
	const { subject, state } = saidBy(event, digest);
	if (!newsOf(context)(subject, state) || !isWanted(event, settings)) return { webhookResponse: OK };
	const json = toOutput(event, repeatKeyOf(event, digest), settings.options.rawOnly);
	return { workflowData: [[{ json }]], webhookResponse: OK };
}

/** Without a secret in the credential nothing tells Callbell's calls from others. */
async function isFromCallbell(context: IWebhookFunctions, raw: Buffer): Promise<boolean> {
	const signature = (context.getHeaderData() as Record<string, unknown>)[SIGNATURE_HEADER];
	return await secrets.accepts(
		context.getNode().credentials?.[callbell.credential]?.id,
		async () => String((await context.getCredentials(callbell.credential)).webhookSecret ?? '').trim(),
		(secret) => secret === '' || isSigned(raw, signature, secret),
	);
}
