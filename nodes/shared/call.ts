import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INode,
	INodeParameterResourceLocator,
} from 'n8n-workflow';
import type { Account } from './account';
import { ask } from './ask';
import type { AskOptions, RequestSource, RequestSpec } from './ask';
import { answerFailure } from './explain';
import type { Memory } from './memory';
import type { RequestKind } from './operation';
import type { Provider } from './provider';
import type { RequestOptions } from './requestOptions';
import { DEFAULT_TIMEOUT, isGood } from './send';
import type { HttpAnswer } from './send';

/** What an item's call is part of. */
export interface CallOrigin {
	context: IExecuteSingleFunctions;
	provider: Provider;
	account: Account;
	memory: Memory;
	kind: RequestKind;
	/** Throws when the run was stopped: no request that reaches a customer, and no first request, starts then. */
	mayStart(): void;
}

/** One item on its way through an operation: its parameters, and the requests that it sends. */
export class Call {
	readonly itemIndex: number;
	/** The request as the node's routing composed it for this item. */
	readonly routed: RequestSpec;
	/** Host, credential, proxy and timeout, the same for all requests of the item. */
	readonly transport: IHttpRequestOptions;
	readonly options: RequestOptions;
	/** Whether a request of this item has been sent. */
	hasStarted = false;
	/** Milliseconds that its requests waited because the account wanted all to wait. */
	heldFor = 0;

	constructor(
		readonly origin: CallOrigin,
		request: IHttpRequestOptions,
	) {
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

	get context(): IExecuteSingleFunctions {
		return this.origin.context;
	}

	get provider(): Provider {
		return this.origin.provider;
	}

	get account(): Account {
		return this.origin.account;
	}

	get memory(): Memory {
		return this.origin.memory;
	}

	get node(): INode {
		return this.context.getNode();
	}

	/** Aborts when the user presses Stop, or when the workflow times out. */
	get signal(): AbortSignal | undefined {
		return this.context.getExecutionCancelSignal();
	}

	/** A parameter of this item, its expressions resolved. A resource locator answers its ID. */
	param<T>(name: string, fallback: T): T {
		const value = this.context.getNodeParameter(name, fallback);
		return (isLocator(value) ? (value.value ?? '') : value) as T;
	}

	/** Sends a request and answers whatever the provider said; see {@link ask}. */
	async ask(source: RequestSource = this.routed, options?: AskOptions): Promise<HttpAnswer> {
		return await ask(this, source, options);
	}

	/**
	 * Like {@link Call.ask}, for answers that must be good.
	 *
	 * @throws Failure when the provider refused the request
	 */
	async request(source?: RequestSource, options?: AskOptions): Promise<HttpAnswer> {
		const answer = await this.ask(source, options);
		if (!isGood(answer)) throw answerFailure(this.provider, answer);
		return answer;
	}

	/** Like {@link Call.request}, for the body of a JSON answer; one that is no object answers as an empty one. */
	async json(source?: RequestSource, options?: AskOptions): Promise<IDataObject> {
		return asObject((await this.request(source, options)).body);
	}
}

/** An answer's body as an object. */
export function asObject(body: unknown): IDataObject {
	return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as IDataObject) : {};
}

function isLocator(value: unknown): value is INodeParameterResourceLocator {
	return typeof value === 'object' && value !== null && '__rl' in value;
}
