import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INode,
	INodeParameterResourceLocator,
} from 'n8n-workflow';
import { asObject } from '../json';
import type { Account } from '../pacing/account';
import { isGood } from '../transport/answer';
import type { HttpAnswer } from '../transport/answer';
import { DEFAULT_TIMEOUT } from '../transport/exchange';
import { answerFailure } from '../transport/httpFailure';
import type { Provider } from '../transport/provider';
import type { ExchangeOptions, RequestOrigin, RequestSource, RequestSpec } from './request';
import type { RequestOptions } from './requestOptions';
import { retrying } from './retrying';
import type { RunMemory } from './runMemory';

/** What an item is part of. */
export type ItemOrigin = Pick<RequestOrigin, 'context' | 'provider' | 'account' | 'repeatable' | 'mayStart'> & {
	memory: RunMemory;
};

/** One item on its way through an operation: its parameters, and the requests that it sends. */
export class ItemContext implements RequestOrigin {
	readonly context: IExecuteSingleFunctions;
	readonly provider: Provider;
	readonly account: Account;
	readonly memory: RunMemory;
	readonly repeatable: boolean;
	readonly mayStart: () => void;
	readonly itemIndex: number;
	/** The request as the node's routing composed it for this item. */
	readonly routed: RequestSpec;
	readonly transport: IHttpRequestOptions;
	readonly options: RequestOptions;
	hasStarted = false;
	heldFor = 0;

	constructor(origin: ItemOrigin, request: IHttpRequestOptions) {
		({
			context: this.context,
			provider: this.provider,
			account: this.account,
			memory: this.memory,
			repeatable: this.repeatable,
			mayStart: this.mayStart,
		} = origin);
		const { method, url, qs, body, headers, ...transport } = request;
		this.itemIndex = this.context.getItemIndex();
		this.options = this.context.getNodeParameter('requestOptions', {}) as RequestOptions;
		this.routed = { method, url, qs, body, headers };
		const { baseURL } = this.account;
		this.transport = {
			...transport,
			...(transport.allowedDomains && { allowedDomains: `${new URL(baseURL).host}, ${transport.allowedDomains}` }),
			baseURL,
			url: '',
			timeout: this.options.timeout ?? DEFAULT_TIMEOUT,
		};
	}

	get node(): INode {
		return this.context.getNode();
	}

	get signal(): AbortSignal | undefined {
		return this.context.getExecutionCancelSignal();
	}

	/** A parameter of this item, its expressions resolved. A resource locator answers its ID. */
	param<T>(name: string, fallback: T): T {
		const value = this.context.getNodeParameter(name, fallback);
		return (isLocator(value) ? (value.value ?? '') : value) as T;
	}

	/** Sends a request and answers whatever the provider said; see {@link retrying}. */
	async ask(source: RequestSource = this.routed, options?: ExchangeOptions): Promise<HttpAnswer> {
		return await retrying(this, source, options);
	}

	/**
	 * Like {@link ItemContext.ask}, for answers that must be good.
	 *
	 * @throws Failure when the provider refused the request
	 */
	async request(source?: RequestSource, options?: ExchangeOptions): Promise<HttpAnswer> {
		const answer = await this.ask(source, options);
		if (!isGood(answer)) throw answerFailure(this.provider, answer);
		return answer;
	}

	/** Like {@link ItemContext.request}, for the body of a JSON answer; one that is no object answers as an empty one. */
	async json(source?: RequestSource, options?: ExchangeOptions): Promise<IDataObject> {
		return asObject((await this.request(source, options)).body);
	}
}

function isLocator(value: unknown): value is INodeParameterResourceLocator {
	return typeof value === 'object' && value !== null && '__rl' in value;
}
