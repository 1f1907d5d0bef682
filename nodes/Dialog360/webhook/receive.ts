import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { bodyOf, refuse, judgeCall } from '../../shared/trigger/incomingCall';
import { newsOf } from '../../shared/trigger/repeats';
import { dialog360 } from '../provider/provider';
import { eventsIn } from './calls/event';
import { isWanted, isWantedAsArrival } from './calls/filters';
import { arrivalOf, stateOf, subjectOf } from './calls/repeats';
import { objection } from './calls/verify';
import { readSettings } from './form/settings';
import { inOutputs, toOutput } from './output';
import { withMedia } from './output/attachMedia';

/**
 * Answers a call to the trigger's URL and decides what of it starts the workflow.
 *
 * | the call | answer | starts it |
 * | --- | --- | --- |
 * | is no JSON object | 400 | no |
 * | lacks the secret or the signature, or has a wrong one | 401 | no |
 * | tells nothing that is wanted and was not seen before | 200 | no |
 * | tells something that is | 200, once n8n has saved the execution | yes, with an item for each |
 * | cannot be judged | 503 | no |
 *
 * 360dialog repeats whatever is not answered with 200 within 5 seconds, for up to seven days.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await judgeCall(context, dialog360.displayName, async () => await judge(context, Date.now()));
}

async function judge(context: IWebhookFunctions, receivedAt: number): Promise<IWebhookResponseData> {
	const body = bodyOf(context);
	if (!body) return refuse(context, 400, 'The body is no JSON object');
	const settings = readSettings(context);
	const reason = objection(context, body.raw, settings.options);
	if (reason) return refuse(context, 401, reason);
	const isNews = newsOf(context);
	const wanted = eventsIn(body.json).filter((event) => {
		// Asked first: what is not wanted need not be remembered, and statuses come three for each message.
		if (!isWanted(event, settings) || !isNews(subjectOf(event), stateOf(event))) return false;
		const arrival = arrivalOf(event);
		const isFirstArrival = arrival === undefined || isNews(arrival, '');
		return isFirstArrival || !isWantedAsArrival(event, settings.filters);
	});
	if (wanted.length === 0) return {};
	const { downloadMedia, outputPerKind, rawOnly } = settings.options;
	const items = wanted.map((event) => ({ event, item: { json: toOutput(event, rawOnly) } }));
	if (downloadMedia) await withMedia(context, items, receivedAt);
	return { workflowData: inOutputs(items, outputPerKind) };
}
