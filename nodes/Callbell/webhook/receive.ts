import { createHash } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { jsonBytes, judgeCall, objectIn, readOrPass, refuse, refuseUndecided } from '../../shared/trigger/incomingCall';
import { judgeNews } from '../../shared/trigger/repeats';
import { ownUrl } from '../../shared/trigger/webhookUrl';
import { callbell } from '../provider/provider';
import { eventIn } from './calls/event';
import { isWanted } from './calls/filters';
import { repeatKeyOf, saidBy } from './calls/repeats';
import { hasSignature, isFromCallbell } from './calls/verify';
import { isDocumented } from './form/events';
import { readSettings } from './form/settings';
import { toOutput } from './output';
import { markAnswer } from './registration/marker';
import { noteLive } from './registration/observedWebhooks';

/** What Callbell's connection checks demand (https://docs.callbell.eu/api/reference/webhooks/introduction). */
const OK = { status: 'ok' };

/** Larger than any check can be; what is larger is not read before it was verified. */
const MAX_CHECK_BYTES = 10_000;

/**
 * Answers a call to the trigger's URL and decides whether it starts the workflow.
 *
 * | the call | answer | starts it |
 * | --- | --- | --- |
 * | has a wrong or old signature, or none and tells of an event, while the credential has a secret | 401 | no |
 * | is no event that is documented or chosen: a connection check, whose shape is not documented | 200 | no |
 * | equals one whose run is being saved | 503: Callbell calls again later | no |
 * | is not wanted, or equals one whose run was saved | 200 | no |
 * | is wanted | 200, once n8n has saved the execution | yes |
 * | cannot be judged, e.g. because n8n cannot read the credential | 503 | no |
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	markAnswer(context);
	if (context.getMode() !== 'manual') noteLive(ownUrl(context, String(context.getNodeWebhookUrl('default'))));
	return await judgeCall(context, callbell.displayName, async () => await judge(context));
}

async function judge(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(context);
	const raw = jsonBytes(context);
	const isGenuine = raw !== undefined && (await isFromCallbell(context, raw));
	const mayBeCheck = isGenuine || (!hasSignature(context) && (raw?.length ?? 0) <= MAX_CHECK_BYTES);
	const body = raw && mayBeCheck ? objectIn(raw) : undefined;
	const event = body && eventIn(body, settings.types);
	const isEvent = event && (isDocumented(event.type) || settings.types.includes(event.type));
	if (!mayBeCheck || (isEvent && !isGenuine)) return refuse(context, 401, 'The signature is missing, wrong or too old');
	if (!isEvent) return { webhookResponse: OK };
	const digest = createHash('sha256').update(raw!).digest('hex');
	const [verdict] = await judgeNews(context, [saidBy(event, digest)]);
	if (verdict === 'undecided') return refuseUndecided(context);
	if (verdict === 'repeat' || !isWanted(event, settings)) return { webhookResponse: OK };
	const { rawOnly } = settings.options;
	const json = readOrPass(context, event, () => toOutput(event, repeatKeyOf(event, digest), rawOnly));
	return { workflowData: [[{ json }]], webhookResponse: OK };
}
