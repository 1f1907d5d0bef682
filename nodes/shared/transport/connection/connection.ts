import { NodeApiError } from 'n8n-workflow';
import type { FunctionsBase, INode, JsonObject } from 'n8n-workflow';

/** How a request ended that got no answer. */
export interface Broken {
	code?: string;
	/** Whether any of it may have reached the provider; undefined where it was stopped before there was a connection. */
	hasLeft?: boolean;
	/** What kept it back, for one that has not left. */
	reason?: 'address' | 'certificate' | 'clientCertificate' | 'encryption' | 'proxy' | 'request';
	/** Where no connection came about, as Node says it. */
	place?: Place;
	isTimeout: boolean;
	/** The words of the innermost error. */
	text: string;
}

/** A name that nobody has, or an address with its port. */
export interface Place {
	hostname?: string;
	address?: string;
	port?: number;
}

/** What n8n's request helper threw, and what that was made of, from the outermost to the innermost. */
export interface Link extends Error, Place {
	code?: unknown;
	/** The code and the words of what n8n's error was made of, beside it: see {@link keepsCauses}. */
	httpCode?: unknown;
	messages?: string[];
	syscall?: unknown;
	request?: { socket?: { secureConnecting?: boolean; encrypted?: boolean } | null };
	response?: Answered;
	errors?: unknown[];
}

/** What came of a request. */
export interface Answered {
	status: number;
	headers: Record<string, string | undefined>;
	data: unknown;
}

const TIMED_OUT = new Set(['ECONNABORTED', 'ERR_CANCELED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);
/** Errors of the request itself: Node and the request library make no connection for it. */
const NO_REQUEST =
	/^ERR_(INVALID_(URL|PROTOCOL|CHAR|ARG_\w+|HTTP_TOKEN)|UNESCAPED_CHARACTERS|BAD_(OPTION\w*|REQUEST)|HTTP_INVALID_\w+)$/;
/** Calls of the operating system before there is a connection. */
const BEFORE_CONNECTION = /^(connect|bind|getaddrinfo|query)/;
const NO_CONNECTION = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+)$/;
/**
 * OpenSSL's reasons not to accept a certificate (X509_V_ERR_…), as Node names them, and Node's own for a wrong name.
 */
const CERTIFICATE =
	/^(CERT_|CRL_|UNABLE_TO_|ERROR_IN_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/;
/** What ends a connection while it is being encrypted, for errors that do not show the connection. */
const HANDSHAKE =
	/before secure TLS|wrong version number|unsupported protocol|no protocols|packet length too long|http request|handshake failure|alert protocol version|unrecognized name|no shared cipher/i;
/** The server wants a certificate of the client, and reads no request without one (RFC 8446, section 6.2). */
const WANTS_CERTIFICATE = /certificate.required/i;
/** The words of n8n's proxy agent, whose errors have no code. */
const PROXY = /proxy connection ended|from proxy CONNECT response/i;

/**
 * Reads whether a request may have reached the provider. That is known from the connection: as long as it is being made
 * or encrypted, nothing of the request is written. Where an error does not show the connection, it is known by codes.
 */
export function brokenAt(error: unknown): Broken {
	const links = chainOf(error);
	const innermost = links.at(-1);
	const text = innermost?.messages?.[0] ?? innermost?.message ?? String(error);
	const code = [...links.map((link) => link.code), innermost?.httpCode].find(
		(one) => typeof one === 'string' && one !== '',
	) as string | undefined;
	const { request } = links.find((link) => link.request) ?? {};
	const isTimeout = code !== undefined && TIMED_OUT.has(code);
	const reason = reasonOf({ code: code ?? '', text, isTimeout, links, request });
	const isOfRequest = innermost?.name === 'NodeApiError';
	const isSentFrom = code !== undefined || request !== undefined || reason !== undefined || isOfRequest;
	return {
		// n8n aborts a request by the signal of its deadline.
		code: code === 'ERR_CANCELED' ? 'ECONNABORTED' : (code ?? (isSentFrom ? 'BROKEN' : undefined)),
		hasLeft: isSentFrom ? reason === undefined : undefined,
		reason,
		place: links.find(isBeforeConnection),
		isTimeout,
		text,
	};
}

const isBeforeConnection = ({ syscall }: Link) => BEFORE_CONNECTION.test(String(syscall));

interface Signs {
	code: string;
	text: string;
	isTimeout: boolean;
	links: Link[];
	request: Link['request'];
}

/** Why nothing of a request has left, or undefined where some of it may have. */
function reasonOf({ code, text, isTimeout, links, request }: Signs): Broken['reason'] {
	// The answer had begun.
	if (links.some(({ response }) => response)) return undefined;
	if (PROXY.test(text)) return 'proxy';
	if (CERTIFICATE.test(code)) return 'certificate';
	if (WANTS_CERTIFICATE.test(text)) return 'clientCertificate';
	if (NO_REQUEST.test(code) && !request) return 'request';
	if (NO_CONNECTION.test(code) || links.some(isBeforeConnection)) return 'address';
	if (request?.socket?.secureConnecting) return isTimeout ? 'address' : 'encryption';
	if (request && !request.socket) return 'address';
	return !request && HANDSHAKE.test(text) ? 'encryption' : undefined;
}

/**
 * Whether n8n's error for a request holds what it was made of: not from 1.104 to 2.33, where nothing is left of an
 * answer that is thrown.
 */
export function keepsCauses(context: Pick<FunctionsBase, 'getNode'>): boolean {
	return (areKept ??= tryCause(context.getNode()));
}

function tryCause(node: INode): boolean {
	const cause = new Error('Tried');
	return new NodeApiError(node, cause as Error & JsonObject).cause === cause;
}

let areKept: boolean | undefined;

/** The errors that an error was made of, and itself. */
export function chainOf(error: unknown): Link[] {
	const links: Link[] = [];
	for (let current = error; current instanceof Error && !links.includes(current as Link);) {
		const link = current as Link;
		links.push(link);
		current = link.cause ?? link.errors?.[0];
	}
	return links;
}
