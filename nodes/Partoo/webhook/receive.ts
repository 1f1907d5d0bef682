import { createHash } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
	jsonBytes,
	judgeCall,
	objectIn,
	readOrPass,
	Refusal,
	undecided,
	warnOfOthers,
} from '../../shared/trigger/incomingCall';
import { judgeNews } from '../../shared/trigger/repeats';
import { answerQuestion } from '../../shared/trigger/sharing/incoming';
import { judgeShared } from '../../shared/trigger/sharing/judgeShared';
import { partoo } from '../provider/provider';
import { eventIn, failedMessageIn, subjectOf } from './calls/event';
import { isWanted } from './calls/filters';
import { isOfOthers } from './calls/organization';
import { isTryout, isWantedTryout } from './calls/tryOut';
import { verifyCall } from './calls/verify';
import { readSettings } from './form/settings';
import type { TriggerSettings } from './form/settings';
import { toOutput } from './output';
import { organizationsOf } from './registration/staticData';

/**
 * Answers a call to the trigger's URL and decides whether it starts the workflow.
 *
 * | the call | answer | starts it |
 * | --- | --- | --- |
 * | is no JSON | 400 | no |
 * | lacks the secret or Partoo's signature, or has a wrong one | 401: Partoo repeats only what is answered with 5xx | no |
 * | is no object with a type | 400 | no |
 * | tells of another organization | 401 | no |
 * | is a try-out, and n8n does not listen for a test event | 200 | with *Include Try-Outs*, if wanted |
 * | equals one whose run is being saved | 503: Partoo calls again later | no |
 * | is not wanted, or equals one whose run was saved | 200 | no |
 * | is wanted | 200, once n8n has saved the execution | yes |
 * | cannot be judged, e.g. because n8n cannot read the credential | 503 | no |
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await judgeCall(context, partoo.displayName, async () => await judge(context, performance.now()));
}

async function judge(context: IWebhookFunctions, receivedAt: number): Promise<IWebhookResponseData | Refusal> {
	const raw = jsonBytes(context);
	if (!raw) return new Refusal(400, 'The body is no JSON');
	const settings = readSettings(context);
	const verified = await verifyCall(context, raw, settings.options);
	if ('objection' in verified) return new Refusal(401, verified.objection);
	const { sharing, organizationId } = verified;
	if (sharing.question !== undefined) return answerQuestion(context, sharing);
	return await judgeShared(
		context,
		sharing,
		{ raw, receivedAt },
		async () => await judgeOwn(context, { raw, settings, organizationId }),
	);
}

/** Judges a call that was verified for this trigger alone. */
async function judgeOwn(
	context: IWebhookFunctions,
	{ raw, settings, organizationId }: { raw: Buffer; settings: TriggerSettings; organizationId: string },
): Promise<IWebhookResponseData | Refusal> {
	const body = objectIn(raw);
	const event = body && eventIn(body, isTryout(context));
	if (!event) return new Refusal(400, 'The body is no JSON object with a type', true);
	const organizations = organizationId ? [organizationId] : organizationsOf(context);
	if (isOfOthers(event.payload, organizations)) {
		warnOfOthers(context, `another organization than ${organizations.join(', ')}`);
		return new Refusal(401, 'The event is of another organization');
	}
	const output = () => readOrPass(context, event, () => toOutput(event, settings.options.rawOnly));
	// Not noted: real data that is tried out must not make the event itself look like a repetition.
	if (event.isTryout) return isWantedTryout(context, event, settings) ? { workflowData: [[{ json: output() }]] } : {};
	const digest = createHash('sha256').update(raw).digest('base64');
	// What the filters hold back still changes the state of its message.
	const said = [{ subject: subjectOf(event, digest), state: digest }];
	const isStarting = isWanted(event, settings);
	const failed = isStarting && settings.filters.ignoreRepeatedFailures ? failedMessageIn(event) : undefined;
	if (failed !== undefined) said.push({ subject: `failed:${failed}`, state: '' });
	const verdicts = await judgeNews(context, said);
	if (verdicts.includes('undecided')) return undecided();
	if (!isStarting || verdicts.includes('repeat')) return {};
	return { workflowData: [[{ json: output() }]] };
}
