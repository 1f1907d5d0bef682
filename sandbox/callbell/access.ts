import type { FastifyRequest } from 'fastify';

import { notAuthorized } from './errors';

const KEY = 'callbell-key';

/** https://docs.callbell.eu/api/authorization */
export function authenticate(request: FastifyRequest): void {
	const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
	// `callbell-key#2` is another key of the same account: to a client it is an account of its own.
	if (key?.replace(/#.*$/, '') !== KEY) throw notAuthorized();
}
