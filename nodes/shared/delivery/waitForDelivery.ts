import type { Account } from '../pacing/account';
import { clock } from '../pacing/clock';
import type { ItemContext } from '../door/itemContext';
import type { DeliveryStatus } from './deliveryStatus';

const FIRST_POLL_MS = 2_000;
const GROWTH = 1.5;
const LONGEST_PAUSE_MS = 15_000;
/** Messages of one group that were sent together share an answer as old as this. */
const SHARED_ANSWER_MS = 1_000;

/** Seconds. */
export const DEFAULT_WAIT = 120;
export const MAX_WAIT = 900;
export const WAITS = { fallback: DEFAULT_WAIT, max: MAX_WAIT };

/** How to wait for one message. */
export interface Wait {
	/** Messages of one group are asked for together, e.g. those of one conversation. */
	group: string;
	/** How long, in seconds. */
	seconds: number;
	/** Status requests a minute that the account is asked at most. */
	perMinute: number;
	/** Asked for every status seen: whether a final one may be believed; after a retry the old one is still shown. */
	isBelievable?(status: DeliveryStatus, waitedMs: number): boolean;
	/** Asks for the statuses of messages of the group; those that it does not find are left out. */
	lookUp(messageIds: ReadonlySet<string>): Promise<Map<string, DeliveryStatus>>;
}

/** The messages of one group that are waited for, and the last answer about them. */
interface Group {
	messageIds: Set<string>;
	answer?: Promise<Map<string, DeliveryStatus>>;
	answeredAt: number;
}

const groups = new WeakMap<Account, Map<string, Group>>();

/** The next moment of the clock at which a status of the account may be asked for. */
const nextPolls = new WeakMap<Account, number>();

/**
 * Waits until a message's status is final, and answers the last one seen: one that is not final when the time ran
 * out, which is no failure. A look-up that fails is repeated at the next turn.
 *
 * @param accepted the status with which the message was accepted; its `messageId` is the one to look for
 */
export async function waitForDelivery(
	item: ItemContext,
	accepted: DeliveryStatus,
	wait: Wait,
): Promise<DeliveryStatus> {
	const id = accepted.messageId;
	if (id === null) return accepted;
	const started = clock.now();
	const deadline = started + wait.seconds * 1000;
	const group = enter(item.account, wait.group, id);
	let latest = accepted;
	try {
		for (let pause = FIRST_POLL_MS; clock.now() < deadline; pause = Math.min(pause * GROWTH, LONGEST_PAUSE_MS)) {
			await clock.sleep(Math.min(pause, deadline - clock.now()), item.signal);
			const found = await before(deadline, ask(item, group, wait), item.signal);
			const status = found?.get(id);
			if (!status) continue;
			latest = status;
			const isBelievable = wait.isBelievable?.(status, clock.now() - started) ?? true;
			if (status.isFinal && isBelievable) return status;
		}
		return { ...latest, isFinal: false };
	} finally {
		leave(item.account, wait.group, id);
	}
}

/** Asks for all messages of a group at once, when the account's turn for status requests has come. */
async function ask(item: ItemContext, group: Group, wait: Wait): Promise<Map<string, DeliveryStatus>> {
	if (group.answer && clock.now() - group.answeredAt < SHARED_ANSWER_MS) return await group.answer;
	group.answeredAt = Infinity;
	group.answer = turn(item, wait)
		.then(async () => await wait.lookUp(group.messageIds))
		.catch((error: Error) => {
			item.context.logger.debug(`The delivery status could not be read, it is tried again: ${error.message}`);
			return new Map<string, DeliveryStatus>();
		})
		.finally(() => (group.answeredAt = clock.now()));
	return await group.answer;
}

/** The answer, or nothing when it does not come before the deadline. */
async function before<T>(deadline: number, answer: Promise<T>, signal?: AbortSignal): Promise<T | undefined> {
	const answered = new AbortController();
	const either = AbortSignal.any([answered.signal, ...(signal ? [signal] : [])]);
	try {
		return await Promise.race([answer, clock.sleep(deadline - clock.now(), either).then(() => undefined)]);
	} finally {
		answered.abort();
	}
}

async function turn({ account, signal }: ItemContext, { perMinute }: Wait): Promise<void> {
	const at = Math.max(clock.now(), nextPolls.get(account) ?? 0);
	nextPolls.set(account, at + 60_000 / perMinute);
	await clock.sleep(at - clock.now(), signal);
}

function enter(account: Account, name: string, messageId: string): Group {
	const ofAccount = groups.get(account) ?? new Map<string, Group>();
	groups.set(account, ofAccount);
	const group = ofAccount.get(name) ?? { messageIds: new Set(), answeredAt: 0 };
	ofAccount.set(name, group);
	group.messageIds.add(messageId);
	return group;
}

function leave(account: Account, name: string, messageId: string): void {
	const group = groups.get(account)?.get(name);
	group?.messageIds.delete(messageId);
	if (group?.messageIds.size === 0) groups.get(account)?.delete(name);
}
