import type { FastifyRequest } from 'fastify';

import { receivedBody } from '../../shared/body';

/** The JSON body of a request; undefined when it is none, which no contract takes. */
export function jsonOf(request: FastifyRequest): unknown {
	const body = receivedBody(request);
	return body.kind === 'json' ? body.value : undefined;
}
