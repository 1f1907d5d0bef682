import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Account } from '../pacing/account';
import type { LookAhead } from '../pacing/lookAhead';
import type { Redactor } from '../failures/secrets';
import type { Expected } from '../transport/answer';
import type { Provider } from '../transport/provider';
import type { RequestOptions } from './requestOptions';
import type { RunMemory } from './runMemory';

/** A request of an operation, without the transport (host, credential, proxy, timeout), which the item adds. */
export type RequestSpec = Pick<
	IHttpRequestOptions,
	'method' | 'url' | 'qs' | 'body' | 'headers' | 'encoding' | 'timeout'
>;

/** A request, or what makes it when its turn has come: a body that streams is opened then, and anew for each try. */
export type RequestSource = RequestSpec | (() => RequestSpec | Promise<RequestSpec>);

/** What else there is to say of a request. */
export interface ExchangeOptions {
	/** Gives way to all others: a status request. */
	isLow?: boolean;
	/** Whom it reaches, for limits that are about one recipient. */
	recipient?: string;
	/**
	 * Its kind, e.g. `POST /media`, where it is made in its turn and is another than the operation's: see `requestKind`.
	 */
	kind?: string;
	/** Whether it only looks, although its operation sends: it is repeatable, and ends what was begun before a stop. */
	isRead?: boolean;
	/** Whether carrying it out twice does no harm, although its operation must not be repeated. */
	repeatable?: boolean;
	/** Whether it brings a file for something else: carried out twice it does no harm, and in vain nobody sees it. */
	isUpload?: boolean;
}

/** What the requests of one item have in common. */
export interface RequestOrigin {
	readonly context: IExecuteSingleFunctions;
	readonly provider: Provider;
	readonly account: Account;
	/** Whether carrying a request of the operation out twice does no harm. */
	readonly repeatable: boolean;
	/** The request as the node's routing composed it. */
	readonly routed: RequestSpec;
	/** What the answer to a request of the operation holds. */
	readonly expects: Expected | undefined;
	/** What hides the credential's secrets. */
	readonly hide: Redactor;
	/** How many requests of the pass may leave as soon as there is a place. */
	readonly lookAhead: LookAhead;
	readonly memory: RunMemory;
	readonly itemIndex: number;
	/** Host, credential, proxy and timeout. */
	readonly transport: IHttpRequestOptions;
	readonly options: RequestOptions;
	/** Aborts when the user presses Stop, or when the workflow times out. */
	readonly signal: AbortSignal | undefined;
	/** Whether a request of this item has been sent. */
	hasStarted: boolean;
	/** Milliseconds that its requests waited because the account wanted all to wait. */
	heldFor: number;
	/** A request that changes something goes out now. */
	left(): void;
	/** Throws when the run was stopped: no request that changes something, and no first request, starts then. */
	mayStart(): void;
}
