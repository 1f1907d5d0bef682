import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INode,
	INodeParameterResourceLocator,
} from 'n8n-workflow';
import type { Account } from './account';
import { answerFailure } from './explain';
import type { RequestKind } from './operation';
import type { Provider } from './provider';
import type { RequestOptions } from './requestOptions';
import { DEFAULT_TIMEOUT, isGood, send } from './send';
import type { HttpAnswer } from './send';

/** A request of an operation, without the transport (host, credential, proxy, timeout), which the call adds. */
export type RequestSpec = Pick<IHttpRequestOptions, 'method' | 'url' | 'qs' | 'body' | 'headers' | 'encoding'>;

/** One item on its way through an operation: its parameters, and the requests that it sends. */
export class Call {
	readonly itemIndex: number;
	/** The request as the node's routing composed it for this item. */
	readonly routed: RequestSpec;
	private readonly transport: IHttpRequestOptions;
	private readonly options: RequestOptions;

	constructor(
		readonly context: IExecuteSingleFunctions,
		readonly provider: Provider,
		readonly account: Account,
		readonly kind: RequestKind,
		request: IHttpRequestOptions,
		private readonly mayStart: () => void,
	) {
		const { method, url, qs, body, headers, ...transport } = request;
		this.itemIndex = context.getItemIndex();
		this.options = context.getNodeParameter('requestOptions', {}) as RequestOptions;
		this.routed = { method, url, qs, body, headers };
		this.transport = { ...transport, url: '', timeout: this.options.timeout ?? DEFAULT_TIMEOUT };
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

	/** Sends a request when its turn comes and answers whatever the provider said. */
	async ask(spec: RequestSpec = this.routed): Promise<HttpAnswer> {
		const limit = this.options.maxParallelRequests ?? this.provider.maxInFlight;
		return await this.account.gate.pass(limit, async () => {
			this.mayStart();
			return await send(this.context, this.provider, { ...this.transport, ...withJsonBody(spec) });
		});
	}

	/**
	 * Like {@link ask}, for answers that must be good.
	 *
	 * @throws Failure when the provider refused the request
	 */
	async request(spec?: RequestSpec): Promise<HttpAnswer> {
		const answer = await this.ask(spec);
		if (!isGood(answer)) throw answerFailure(this.provider, answer);
		return answer;
	}

	/** Like {@link request}, for the body of a JSON answer; one that is no object answers as an empty one. */
	async json(spec?: RequestSpec): Promise<IDataObject> {
		return asObject((await this.request(spec)).body);
	}
}

function isLocator(value: unknown): value is INodeParameterResourceLocator {
	return typeof value === 'object' && value !== null && '__rl' in value;
}

/** An answer's body as an object. */
export function asObject(body: unknown): IDataObject {
	return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as IDataObject) : {};
}

/** n8n drops an empty object as a body, and APIs that insist on JSON refuse a POST without one. */
function withJsonBody(spec: RequestSpec): RequestSpec {
	const isEmpty = typeof spec.body === 'object' && spec.body !== null && Object.keys(spec.body).length === 0;
	const hasBody = spec.method !== undefined && spec.method !== 'GET' && spec.method !== 'DELETE';
	if (!hasBody || (spec.body !== undefined && !isEmpty)) return spec;
	return { ...spec, body: '{}', headers: { 'Content-Type': 'application/json', ...spec.headers } };
}
