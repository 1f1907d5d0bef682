import { setMaxListeners } from 'node:events';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { isLoopback } from '../loopback';
import { post } from '../post';
import { nowMs } from '../requestLog';
import type { RepeatRule, WebhookSettings } from './settings';

export interface Attempt {
	/** Milliseconds since 1970. */
	at: number;
	/** Null when no answer came. */
	status: number | null;
	ms: number;
	/** Of the answer. */
	headers: IncomingHttpHeaders;
	/** The beginning of the answer. */
	body: string;
	/** Why no answer came. */
	error: string | null;
}

/** An event on its way to one URL. */
export interface WebhookCall {
	id: number;
	eventType: string;
	url: string;
	body: string;
	/** Those of the last attempt. */
	headers: OutgoingHttpHeaders;
	attempts: Attempt[];
	/** Taken, or given up. */
	done: boolean;
}

export interface NewCall extends Pick<WebhookCall, 'eventType' | 'url'> {
	/** A function where each attempt has headers of its own, e.g. because the time is part of what is signed. */
	headers: OutgoingHttpHeaders | (() => OutgoingHttpHeaders);
	bytes: Buffer;
	/** Calls with the same subject wait for each other, so that they arrive in order. */
	subject?: string;
	/** How often this call is repeated, where that is not the provider's rule. */
	repeats?: number;
	/** Asked before each repetition. */
	isStillWanted?: () => boolean;
}

const KEPT_CALLS = 20_000;
const ELSEWHERE = 'The sandbox calls nobody but this machine';

/** Makes the calls and remembers them. What was not taken is repeated by the provider's rule, with growing pauses. */
export class WebhookCalls {
	private calls: WebhookCall[] = [];
	private nextId = 1;
	private stop = endlessly();
	private readonly lastOf = new Map<string, Promise<void>>();

	constructor(
		private readonly settings: WebhookSettings,
		private readonly rule: RepeatRule,
	) {}

	read = (): readonly WebhookCall[] => this.calls;

	/** @returns the call, and a promise that resolves when it is taken or given up. */
	send({ bytes, subject, eventType, url, ...how }: NewCall): { call: WebhookCall; finished: Promise<void> } {
		const call: WebhookCall = {
			id: this.nextId++,
			eventType,
			url,
			body: bytes.toString(),
			headers: {},
			attempts: [],
			done: false,
		};
		this.calls.push(call);
		if (this.calls.length >= 2 * KEPT_CALLS) this.calls = this.calls.slice(-KEPT_CALLS);

		const { signal } = this.stop;
		const before = subject === undefined ? undefined : this.lastOf.get(subject);
		const run = async () => await this.run(call, bytes, signal, how);
		const finished = before === undefined ? run() : before.then(run);
		if (subject !== undefined) {
			this.lastOf.set(subject, finished);
			void finished.then(() => this.lastOf.get(subject) === finished && this.lastOf.delete(subject));
		}
		return { call, finished };
	}

	/** Forgets all calls and ends those that are under way. */
	clear(): void {
		this.stop.abort();
		this.stop = endlessly();
		this.calls = [];
		this.lastOf.clear();
	}

	private async run(
		call: WebhookCall,
		bytes: Buffer,
		signal: AbortSignal,
		{
			headers,
			repeats = this.rule.repeats,
			isStillWanted = () => true,
		}: Pick<NewCall, 'headers' | 'repeats' | 'isStillWanted'>,
	): Promise<void> {
		for (let repeat = 0; !signal.aborted; repeat++) {
			call.headers = typeof headers === 'function' ? headers() : headers;
			const attempt = await this.attempt(call, bytes, signal);
			call.attempts.push(attempt);
			const isTaken = attempt.status !== null && this.rule.isTaken(attempt.status);
			const isOver = isTaken && !(repeat === 0 && this.losesAnswer(call));
			if (isOver || repeat >= repeats || !isLoopback(call.url)) break;
			await sleep(this.settings.webhookRetryMs * 2 ** repeat, undefined, { signal, ref: false }).catch(() => undefined);
			if (!isStillWanted()) break;
		}
		call.done = true;
	}

	private losesAnswer({ id }: WebhookCall): boolean {
		const { webhookRepeatEvery: every } = this.settings;
		return every > 0 && id % every === 0;
	}

	private async attempt({ url, headers }: WebhookCall, body: Buffer, signal: AbortSignal): Promise<Attempt> {
		const at = nowMs();
		const result = (
			status: number | null,
			text: string,
			error: string | null,
			received: IncomingHttpHeaders = {},
		): Attempt => ({ at, status, ms: nowMs() - at, headers: received, body: text, error });
		// Tests and demos register addresses of strangers: nothing of theirs may leave this machine.
		if (!isLoopback(url)) return result(null, '', ELSEWHERE);
		try {
			const answer = await post({ url, headers, body, timeoutMs: this.settings.webhookTimeoutMs, signal });
			return result(answer.status, answer.body, null, answer.headers);
		} catch (error) {
			return result(null, '', error instanceof Error ? error.message : String(error));
		}
	}
}

/** A thousand calls may wait for the same end. */
function endlessly(): AbortController {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	return controller;
}
