import { createHash } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { jsonBytes, jsonIn, judgeCall, readOrPass, Refusal, undecided } from '../../shared/trigger/incomingCall';
import { isObject } from '../../shared/json';
import { judgeNews } from '../../shared/trigger/repeats';
import { answerQuestion } from '../../shared/trigger/sharing/incoming';
import { judgeShared } from '../../shared/trigger/sharing/judgeShared';
import { ownUrl } from '../../shared/trigger/webhookUrl';
import { callbell } from '../provider/provider';
import { eventIn } from './calls/event';
import { isWanted } from './calls/filters';
import { repeatKeyOf, saidBy } from './calls/repeats';
import { hasSignature, verifyCall } from './calls/verify';
import { isDocumented } from './form/events';
import { readSettings } from './form/settings';
import type { TriggerSettings } from './form/settings';
import { toOutput } from './output';
import { markAnswer } from './registration/marker';
import { noteLive } from './registration/observedWebhooks';
import { subscribedTypes } from './registration/staticData';

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
 * | is signed and a list, where one event is documented | 400 and a warning: Callbell calls again later | no |
 * | equals one whose run is being saved | 503: Callbell calls again later | no |
 * | is not wanted, or equals one whose run was saved | 200 | no |
 * | is wanted | 200, once n8n has saved the execution | yes |
 * | comes to several triggers that share the webhook, and one of them cannot take it | 503 | in those that can |
 * | has a list of such triggers that was altered | 401 | no |
 * | asks, in the name of another trigger of this n8n, if this one is there | 200 | no |
 * | cannot be judged, e.g. because n8n cannot read the credential | 503 | no |
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	markAnswer(context);
	if (context.getMode() !== 'manual') noteLive(ownUrl(context, String(context.getNodeWebhookUrl('default'))));
	return await judgeCall(context, callbell.displayName, async () => await judge(context));
}

async function judge(context: IWebhookFunctions): Promise<IWebhookResponseData | Refusal> {
	const receivedAt = performance.now();
	const settings = readSettings(context);
	const raw = jsonBytes(context);
	if (!raw) return judgeOwn(context, { settings, isGenuine: false });
	const { isGenuine, sharing } = await verifyCall(context, raw, settings.options);
	if (!sharing) return new Refusal(401, 'What it says of other triggers is wrong');
	if (sharing.question !== undefined) return answerQuestion(context, sharing, subscribedTypes(context));
	const own = async () => await judgeOwn(context, { settings, raw, isGenuine });
	return isGenuine ? await judgeShared(context, sharing, { raw, receivedAt }, own) : await own();
}

/** Judges a call for this trigger alone. */
async function judgeOwn(
	context: IWebhookFunctions,
	{ settings, raw, isGenuine }: { settings: TriggerSettings; raw?: Buffer; isGenuine: boolean },
): Promise<IWebhookResponseData | Refusal> {
	const mayBeCheck = isGenuine || (!hasSignature(context) && (raw?.length ?? 0) <= MAX_CHECK_BYTES);
	const body = raw && mayBeCheck ? jsonIn(raw) : undefined;
	if (isGenuine && Array.isArray(body)) return new Refusal(400, 'The body is a list of events', true);
	const event = isObject(body) ? eventIn(body, settings.types) : undefined;
	const isEvent = event && (isDocumented(event.type) || settings.types.includes(event.type));
	if (!mayBeCheck || (isEvent && !isGenuine)) return new Refusal(401, 'The signature is missing, wrong or too old');
	if (!isEvent) return { webhookResponse: OK };
	const digest = createHash('sha256').update(raw!).digest('hex');
	const [verdict] = await judgeNews(context, [saidBy(event, digest)]);
	if (verdict === 'undecided') return undecided();
	if (verdict === 'repeat' || !isWanted(event, settings)) return { webhookResponse: OK };
	const { rawOnly } = settings.options;
	const json = readOrPass(context, event, () => toOutput(event, repeatKeyOf(event, digest), rawOnly));
	return { workflowData: [[{ json }]], webhookResponse: OK };
}
