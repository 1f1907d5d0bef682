import type { FastifyRequest } from 'fastify';

import type { Provider } from './provider';

export interface LoggedRequest {
	seq: number;
	provider: string;
	method: string;
	path: string;
	query: unknown;
	headers: Record<string, string | string[] | undefined>;
	contentLength: number | null;
	transferEncoding: string | null;
	body: unknown;
	/** Null while it runs, and for good when the connection was cut or nothing was ever answered. */
	status: number | null;
	/** Milliseconds since 1970, with fractions. */
	startedAt: number;
	endedAt: number | null;
}

/** A sandbox that stays up for days must not fill the memory. */
const MAX_ENTRIES = 100_000;

export const nowMs = (): number => performance.timeOrigin + performance.now();

/** Every request to a provider, in the order of arrival, refused ones included. */
export class RequestLog {
	private entries: LoggedRequest[] = [];
	private seq = 0;

	begin(provider: Provider, request: FastifyRequest): LoggedRequest {
		const headers = { ...request.headers };
		for (const name of provider.secretHeaders) if (headers[name] !== undefined) headers[name] = '***';
		const length = request.headers['content-length'];
		const entry: LoggedRequest = {
			seq: ++this.seq,
			provider: provider.name,
			method: request.method,
			path: request.url.slice(provider.prefix.length).replace(/\?.*$/s, ''),
			query: request.query,
			headers,
			contentLength: length === undefined ? null : Number(length),
			transferEncoding: request.headers['transfer-encoding'] ?? null,
			body: null,
			status: null,
			startedAt: nowMs(),
			endedAt: null,
		};
		this.entries.push(entry);
		if (this.entries.length >= 2 * MAX_ENTRIES) this.entries = this.entries.slice(-MAX_ENTRIES);
		return entry;
	}

	read(): LoggedRequest[] {
		return this.entries;
	}

	clear(): void {
		this.entries = [];
	}
}
