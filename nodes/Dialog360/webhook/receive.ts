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
import { dialog360 } from '../provider/provider';
import { withoutAnswers } from './calls/answers';
import type { Dialog360Event } from './calls/event';
import { eventsIn } from './calls/eventsIn';
import { isWanted, isWantedAsArrival } from './calls/filters';
import { isOfOtherNumber } from './calls/number';
import { arrivalSaidBy, saidBy } from './calls/repeats';
import { SECRET_HEADER } from './calls/secrets';
import { verifyCall } from './calls/verify';
import { readSettings } from './form/settings';
import type { TriggerSettings } from './form/settings';
import { inOutputs, toOutput } from './output';
import { withMedia } from './output/attachMedia';
import { replacedWebhook } from './registration/staticData';

/**
 * Answers a call to the trigger's URL and decides what of it starts the workflow.
 *
 * | the call | answer | starts it |
 * | --- | --- | --- |
 * | is no JSON | 400 | no |
 * | lacks the secret or the signature, or has a wrong one | 401 | no |
 * | is no JSON object | 400 | no |
 * | tells of other numbers only | 401 | no |
 * | tells something that equals what is being saved | 503: it comes again, and all of it is judged then | no |
 * | answers a question of Send and Wait for Answer | 200, once n8n has let its execution go on | no |
 * | answers one that n8n cannot be asked about, e.g. since it does not reach itself | 503 | no |
 * | tells nothing that is wanted and was not seen before | 200 | no |
 * | tells something that is | 200, once n8n has saved the execution | yes, with an item for each |
 * | comes to several triggers that share the webhook, and one of them cannot take it | 503 | in those that can |
 * | has a list of such triggers that was altered | 401 | no |
 * | asks, in the name of another trigger of this n8n, if this one is there | 200 | no |
 * | cannot be judged | 503 | no |
 *
 * 360dialog repeats whatever is not answered with 200 within 5 seconds, for up to seven days.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await judgeCall(context, dialog360.displayName, async () => await judge(context, performance.now()));
}

async function judge(context: IWebhookFunctions, receivedAt: number): Promise<IWebhookResponseData | Refusal> {
	const raw = jsonBytes(context);
	if (!raw) return new Refusal(400, 'The body is no JSON');
	const settings = readSettings(context);
	const verified = await verifyCall(context, raw, settings.options);
	if ('objection' in verified) return new Refusal(401, verified.objection);
	const { sharing, phoneNumberId } = verified;
	if (sharing.question !== undefined) return answerQuestion(context, sharing, replacedWebhook(context));
	const call = { raw, receivedAt, ownHeader: SECRET_HEADER };
	return await judgeShared(
		context,
		sharing,
		call,
		async () => await judgeOwn(context, { raw, receivedAt, settings, phoneNumberId }),
	);
}

/** Judges a call that was verified for this trigger alone. */
async function judgeOwn(
	context: IWebhookFunctions,
	{ raw, receivedAt, settings, phoneNumberId }: VerifiedCall,
): Promise<IWebhookResponseData | Refusal> {
	const body = objectIn(raw);
	if (!body) return new Refusal(400, 'The body is no JSON object', true);
	const told = eventsIn(body);
	const own = told.filter((event) => !isOfOtherNumber(event, phoneNumberId));
	if (own.length < told.length) warnOfOthers(context, `another number than ${phoneNumberId}`);
	if (told.length > 0 && own.length === 0) return new Refusal(401, 'The call is about another number');
	const rest = await withoutAnswers(context, own);
	const news = rest && (await newsAmong(context, rest, settings));
	if (!news) return undecided();
	if (news.length === 0) return {};
	const { downloadMedia, outputPerKind, rawOnly } = settings.options;
	const items = news.map((event) => ({
		event,
		item: { json: readOrPass(context, event, () => toOutput(event, rawOnly)) },
	}));
	if (downloadMedia) await withMedia(context, items, receivedAt);
	return { workflowData: inOutputs(items, outputPerKind) };
}

interface VerifiedCall {
	raw: Buffer;
	receivedAt: number;
	settings: TriggerSettings;
	phoneNumberId: string | null;
}

/** What starts the workflow; undefined when that is not decided. */
async function newsAmong(
	context: IWebhookFunctions,
	events: Dialog360Event[],
	settings: TriggerSettings,
): Promise<Dialog360Event[] | undefined> {
	// What is not wanted need not be remembered, and statuses come three for each message.
	const wanted = events.filter((event) => isWanted(event, settings));
	const said = await judgeNews(context, wanted.map(saidBy));
	if (said.includes('undecided')) return undefined;
	const news = wanted.filter((_, index) => said[index] === 'news');
	const arrivals = news.filter((event) => arrivalSaidBy(event));
	const arrived = await judgeNews(
		context,
		arrivals.map((event) => arrivalSaidBy(event)!),
	);
	const verdictOn = (event: Dialog360Event) =>
		isWantedAsArrival(event, settings.filters) ? arrived[arrivals.indexOf(event)] : 'news';
	if (news.some((event) => verdictOn(event) === 'undecided')) return undefined;
	return news.filter((event) => verdictOn(event) === 'news');
}
