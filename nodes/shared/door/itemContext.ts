import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';
import type { Failure } from '../failures/failure';
import type { Redactor } from '../failures/secrets';
import { isObject } from '../json';
import type { Account } from '../pacing/account';
import type { LookAhead } from '../pacing/lookAhead';
import { isEmpty, isSuccess } from '../transport/answer';
import type { Expected, HttpAnswer } from '../transport/answer';
import { outcomeOf } from '../transport/answers/answerOutcome';
import { answerFailure, unexpectedAnswer } from '../transport/httpFailure';
import type { Provider } from '../transport/provider';
import type { ExchangeOptions, RequestOrigin, RequestSource, RequestSpec } from './request';
import type { Parameters } from './parameters';
import type { RequestOptions } from './requestOptions';
import { transportOf } from '../transport/connection/transportOf';
import { retrying } from './retrying';
import type { RunMemory } from './runMemory';

/** What an item is part of. */
export type ItemOrigin = Pick<
	RequestOrigin,
	'context' | 'provider' | 'account' | 'hide' | 'lookAhead' | 'memory' | 'repeatable' | 'expects' | 'mayStart'
> & {
	node: INode;
	/** Whether the credential is for a server of the user's own, which may know hosts that the internet does not. */
	isCustom: boolean;
	parameters: Parameters;
};

/** One item on its way through an operation: its parameters, and the requests that it sends. */
export class ItemContext implements RequestOrigin {
	readonly context: IExecuteSingleFunctions;
	readonly node: INode;
	readonly provider: Provider;
	readonly account: Account;
	readonly hide: Redactor;
	readonly isCustom: boolean;
	readonly parameters: Parameters;
	readonly lookAhead: LookAhead;
	readonly memory: RunMemory;
	readonly repeatable: boolean;
	readonly expects: Expected | undefined;
	readonly mayStart: () => void;
	readonly itemIndex: number;
	/** The request as the node's routing composed it for this item. */
	readonly routed: RequestSpec;
	readonly transport: IHttpRequestOptions;
	readonly options: RequestOptions;
	hasStarted = false;
	heldFor = 0;
	/** See {@link ItemContext.warn}. */
	warning?: string;
	/** Whether a request that changes something went out. */
	hasChanged = false;
	/** When the last one did, in milliseconds by `performance.now()`. */
	leftAt = performance.now();
	/** Called each time such a request goes out. */
	onLeaving?: () => void;

	constructor(origin: ItemOrigin, request: IHttpRequestOptions) {
		({
			context: this.context,
			node: this.node,
			provider: this.provider,
			account: this.account,
			hide: this.hide,
			isCustom: this.isCustom,
			parameters: this.parameters,
			lookAhead: this.lookAhead,
			memory: this.memory,
			repeatable: this.repeatable,
			expects: this.expects,
			mayStart: this.mayStart,
		} = origin);
		const { method, url, qs, body, headers, ...transport } = request;
		this.itemIndex = this.context.getItemIndex();
		this.options = this.given('requestOptions', {}) as RequestOptions;
		this.routed = { method, url, qs, body, headers };
		this.transport = transportOf(transport, this.account.baseURL, this.options.timeout);
	}

	get signal(): AbortSignal | undefined {
		return this.context.getExecutionCancelSignal();
	}

	/** A parameter of this item, its expressions resolved. A resource locator answers its ID. */
	param<T>(name: string, fallback: T): T {
		const value = this.given(name, fallback);
		return (isObject(value) && '__rl' in value ? (value.value ?? '') : value) as T;
	}

	/** Like {@link ItemContext.param}, but a resource locator answers itself, with its mode. */
	given(name: string, fallback: unknown): unknown {
		return this.parameters.read(this.context, name, fallback);
	}

	/** Says in the log, and with the last output of the item, what the user should know of a good end. */
	warn(sentence: string): void {
		this.warning = sentence;
		this.context.logger.warn(sentence);
	}

	left(): void {
		this.hasChanged = true;
		this.leftAt = performance.now();
		this.onLeaving?.();
	}

	/** Sends a request and answers whatever the provider said; see {@link retrying}. */
	async ask(source: RequestSource = this.routed, options?: ExchangeOptions): Promise<HttpAnswer> {
		return await retrying(this, source, options);
	}

	/**
	 * Like {@link ItemContext.ask}, for answers that must be good.
	 *
	 * @throws Failure when the provider refused the request, or did not answer as it should
	 */
	async request(source?: RequestSource, options?: ExchangeOptions): Promise<HttpAnswer> {
		const answer = await this.ask(source, options);
		const failure = this.failureOf(answer, options);
		if (failure) throw failure;
		return answer;
	}

	/**
	 * What is wrong with an answer; undefined for one that is good. What a good answer to a look has to hold is said by
	 * who looks.
	 */
	failureOf(answer: HttpAnswer, { isRead, isUpload }: ExchangeOptions = {}): Failure | undefined {
		if (isRead && isSuccess(answer.statusCode)) return undefined;
		const expected = isUpload ? undefined : this.expects;
		const isTaken = outcomeOf(this.provider, answer, expected) === 'taken';
		if (!isTaken) return answerFailure(this.provider, answer, expected);
		return answer.isRead && isEmpty(answer.body) ? unexpectedAnswer(this.provider, answer, 'content') : undefined;
	}

	/**
	 * Like {@link ItemContext.request}, for the body of the answer.
	 *
	 * @throws Failure when it is no JSON object, too
	 */
	async json(source?: RequestSource, options?: ExchangeOptions): Promise<IDataObject> {
		const answer = await this.request(source, options);
		if (!isObject(answer.body)) throw unexpectedAnswer(this.provider, answer, 'a JSON object');
		return answer.body;
	}
}
