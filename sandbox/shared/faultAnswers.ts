import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';

import type { FaultRule } from './faults';
import type { Provider } from './provider';

/** What a load balancer answers when nobody behind it does. */
const HTML_STATUS = 502;
const DEFAULT_STATUS = 500;

/** Ends a request as a fault rule says, before the provider saw it. */
export async function answerFault(
	rule: FaultRule,
	provider: Provider,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<unknown> {
	switch (rule.effect) {
		case 'reset':
			reply.hijack();
			request.raw.socket.resetAndDestroy();
			return reply;
		case 'hang':
			reply.hijack();
			return reply;
		case 'html': {
			const status = rule.status ?? HTML_STATUS;
			const page = `<html>\n<head><title>${status} ${STATUS_CODES[status] ?? ''}</title></head>\n<body><center><h1>${status}</h1></center></body>\n</html>\n`;
			return await reply
				.code(status)
				.type('text/html')
				.headers(rule.headers ?? {})
				.send(typeof rule.body === 'string' ? rule.body : page);
		}
		case 'empty':
			return await reply
				.code(rule.status ?? DEFAULT_STATUS)
				.headers(rule.headers ?? {})
				.send();
		default: {
			const status = rule.status ?? DEFAULT_STATUS;
			const body =
				rule.body === undefined ? provider.refusalBody(status, STATUS_CODES[status] ?? 'Refused') : rule.body;
			if (typeof body !== 'string') void reply.type('application/json; charset=utf-8');
			void reply.code(status).headers(rule.headers ?? {});
			// A string goes out as it is; a JSON null is a body too.
			return await reply.send(typeof body === 'string' ? body : JSON.stringify(body));
		}
	}
}
