import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { settled } from '../../failures/settled';
import { clock } from '../../pacing/clock';

const last = new Map<string, Promise<unknown>>();

/**
 * Runs tasks that read and then write the same thing one after another: two workflows that are activated at the same
 * moment would otherwise overwrite each other. It holds in this process; n8n activates workflows in one, but a test
 * event may be listened for in another.
 */
export async function oneAtATime<T>(subject: string, task: () => Promise<T>): Promise<T> {
	const before = last.get(subject);
	const running = (async () => {
		if (before) await settled(before);
		return await task();
	})();
	last.set(subject, running);
	const result = await settled(running);
	if (last.get(subject) === running) last.delete(subject);
	if (result.status === 'fulfilled') return result.value;
	throw result.reason;
}

/** Milliseconds after its first call within which a test is over, as a rule. */
const TEST_ENDS_MS = 4_000;
/** Milliseconds in which n8n forgets a test whose webhook was taken out. */
const FORGETTING_MS = 100;

/** The test that is about to end. */
interface EndingTest {
	/** ID of its workflow. */
	workflow: string;
	/** Calls that are being judged. */
	calls: number;
	isStarted: boolean;
	/** Settled when n8n has forgotten it. */
	over: Promise<unknown>;
	end(): void;
}

let ending: EndingTest | undefined;

/**
 * Judges a call to a workflow that listens for a test event, when no other test is ending: the first call that starts
 * the workflow ends its test. If two end at the same moment, n8n 2.41 writes all that the clean-up of the one needs
 * into its cache while it forgets the other, and stands still for minutes.
 */
export async function oneTestAtATime<T>(
	context: IWebhookFunctions,
	judge: () => Promise<T>,
	isStart: (judged: T) => boolean,
): Promise<T> {
	const workflow = String(context.getWorkflow().id);
	while (ending && ending.workflow !== workflow) await ending.over;
	const test = (ending ??= endingTest(workflow));
	test.calls++;
	const judged = await settled(judge());
	test.calls--;
	if (judged.status === 'fulfilled' && isStart(judged.value)) test.isStarted = true;
	if (!test.isStarted && test.calls === 0) test.end();
	if (judged.status === 'fulfilled') return judged.value;
	throw judged.reason;
}

function endingTest(workflow: string): EndingTest {
	const ended = new AbortController();
	const over = (async () => {
		await settled(clock.sleep(TEST_ENDS_MS, ended.signal));
		await clock.sleep(FORGETTING_MS);
		ending = undefined;
	})();
	return { workflow, calls: 0, isStarted: false, over, end: () => ended.abort() };
}

/** Takes the webhook of a workflow out, which ends its test if it was one. */
export async function endTest<T>(context: IHookFunctions, unregister: (context: IHookFunctions) => Promise<T>) {
	const result = await settled(unregister(context));
	if (ending?.workflow === String(context.getWorkflow().id)) ending.end();
	if (result.status === 'fulfilled') return result.value;
	throw result.reason;
}
