import type { IWebhookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { idText, objectSaid } from '../../../shared/json';
import { ProcessMemory } from '../../../shared/trigger/memory/processMemory';
import { dialog360 } from '../../provider/provider';
import { PROOF_HEADER, proofOf } from '../../resources/message/question/answered';
import type { HandedOver } from '../../resources/message/question/answered';
import { readWayBack } from '../../resources/message/question/wayBack';
import type { WayBack } from '../../resources/message/question/wayBack';
import { MESSAGE } from '../form/events';
import { readContent } from '../output/content';
import { messageOutput } from '../output/message';
import type { Dialog360Event } from './event';
import { millisecondsOf } from './timestamp';

/**
 * What became of an answer: the execution goes on with it; the question is settled already, or gone; it is none, since
 * somebody altered it; or that is not known now, and 360dialog is to call again.
 */
type Fate = 'resumed' | 'late' | 'none' | 'undecided';

/** An execution needs a moment from its question until it waits; one that runs for longer runs on after an answer. */
const STARTING_MS = 60_000;
/** So long an answer is tried again; after that the workflow of the trigger gets it. */
const TRIED_FOR_MS = 3_600_000;
/** n8n answers once it has the execution under way. Longer than 360dialog waits, which calls again then. */
const TIMEOUT_MS = 60_000;

/** Answers of this process that were handed over, by the ID of their message: several triggers may be told of one. */
const handedOver = new ProcessMemory();
/** What is being handed over, by ID of the message and answer: triggers that share a webhook are told side by side. */
const underWay = new Map<string, Promise<Fate>>();

/**
 * Hands answers to questions of Send and Wait for Answer to the executions that wait for them.
 *
 * @returns the events that are left, those among them that came too late marked as such; undefined when an answer
 * could not be handed over now
 */
export async function withoutAnswers(
	context: IWebhookFunctions,
	events: Dialog360Event[],
): Promise<Dialog360Event[] | undefined> {
	const fates = await Promise.all(events.map(async (event) => await fateOf(context, event)));
	if (fates.includes('undecided')) return undefined;
	return events
		.map((event, index) => (fates[index] === 'late' ? { ...event, isLateAnswer: true } : event))
		.filter((_, index) => fates[index] !== 'resumed');
}

async function fateOf(context: IWebhookFunctions, event: Dialog360Event): Promise<Fate> {
	if (event.type !== MESSAGE) return 'none';
	const replyId = replyIdOf(event);
	const wayBack = readWayBack(context, replyId);
	if (!wayBack) return 'none';
	const subject = idText(event.subject.id) ?? replyId!;
	const key = `${subject} ${replyId}`;
	const claim = handedOver.claim([{ subject, state: replyId! }]);
	const [verdict] = claim.verdicts;
	if (verdict !== 'news') return verdict === 'repeat' ? 'resumed' : await (underWay.get(key) ?? 'undecided');
	const fate = settleFate(context, event, { wayBack, replyId: replyId! }).finally(() => underWay.delete(key));
	underWay.set(key, fate);
	claim.settle((await fate) === 'resumed');
	return await fate;
}

async function settleFate(
	context: IWebhookFunctions,
	event: Dialog360Event,
	{ wayBack, replyId }: { wayBack: WayBack; replyId: string },
): Promise<Fate> {
	const result = await settled(handOver(context, wayBack, { replyId, message: messageOutput(event) }));
	const age = Date.now() - (millisecondsOf(event.subject.timestamp) ?? 0);
	return result.status === 'fulfilled'
		? fateSaidBy(context, result.value, age)
		: unreachable(context, result.reason, age);
}

/** Null, too, for a message that cannot be read: it is passed on as it came. */
function replyIdOf({ subject }: Dialog360Event): string | null {
	try {
		return readContent(subject).replyId;
	} catch {
		return null;
	}
}

interface Told {
	statusCode: number;
	body: unknown;
}

/** The same for as long as this n8n runs; to evaluate an expression costs more than all else here. */
let waitingWebhooks: string | undefined;

/** Where this n8n has its waiting webhooks, without a slash at the end; no trigger has an execution yet. */
function waitingUrl(context: IWebhookFunctions): string {
	waitingWebhooks ??= String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0)).replace(/\/[^/]*$/, '');
	return waitingWebhooks;
}

/** To the waiting webhooks of this n8n, and to no other address. */
async function handOver(context: IWebhookFunctions, wayBack: WayBack, told: HandedOver): Promise<Told> {
	const { executionId, nodeId, run, answer, signature } = wayBack;
	const url = new URL(`${waitingUrl(context)}/${executionId}/${nodeId}`);
	url.search = new URLSearchParams({ run, answer, signature }).toString();
	const { apiKey } = await context.getCredentials(dialog360.credential);
	const body = JSON.stringify(told);
	return (await context.helpers.httpRequest({
		method: 'POST',
		url: url.href,
		body,
		headers: { 'content-type': 'application/json', [PROOF_HEADER]: proofOf(body, String(apiKey)) },
		timeout: TIMEOUT_MS,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	})) as Told;
}

/** n8n's waiting webhooks answer 200 with a page for a question that is settled. */
function fateSaidBy(context: IWebhookFunctions, { statusCode, body }: Told, age: number): Fate {
	const { resumed, message } = objectSaid(body);
	if (statusCode === 200) return resumed === true ? 'resumed' : 'late';
	if (statusCode === 401) return 'none';
	if (statusCode === 403) {
		warn(context, 'the node that asked has a credential with another API key than this trigger');
		return 'none';
	}
	const isOfN8n = typeof message === 'string';
	if (statusCode === 409 && /running/.test(String(message))) return age < STARTING_MS ? 'undecided' : 'late';
	if (isOfN8n && [404, 409, 410].includes(statusCode)) return 'late';
	return unreachable(context, `HTTP ${statusCode}`, age);
}

function unreachable(context: IWebhookFunctions, reason: unknown, age: number): Fate {
	const why = reason instanceof Error ? reason.message : String(reason);
	const { host } = new URL(waitingUrl(context));
	warn(
		context,
		`n8n did not answer itself at ${host} (${why}). Look at its environment variable N8N_WEBHOOK_URL (WEBHOOK_URL in older n8n), and whether n8n can reach that address from its own machine`,
	);
	return age < TRIED_FOR_MS ? 'undecided' : 'late';
}

function warn(context: IWebhookFunctions, what: string): void {
	context.logger.error(`${context.getNode().name} could not hand an answer to the execution that waits: ${what}`);
}
