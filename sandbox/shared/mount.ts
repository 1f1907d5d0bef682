import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { bodyForLog, readBodies, receivedBody } from './body';
import { Executions } from './executions';
import { answerFault } from './faultAnswers';
import { Faults, type FaultRule } from './faults';
import type { InboxNews } from './inbox';
import { type CommonSettings, type CreateProvider, type Provider, Refusal, type Services } from './provider';
import { type LoggedRequest, nowMs, type RequestLog } from './requestLog';
import { Stats } from './stats';
import { retryAfterHeader, Throttle } from './throttle';

declare module 'fastify' {
	interface FastifyRequest {
		/** Ends the entry in log and stats once, whoever comes first: the answer or the closed connection. */
		settle: ((status: number | null) => void) | null;
		logged: LoggedRequest | null;
		/** The rule that takes the message and swallows the answer. */
		lostBy: FaultRule | null;
	}
}

/** A provider with what the sandbox puts around it. */
export interface Mounted {
	provider: Provider;
	stats: Stats;
	faults: Faults;
	news: Services['news'];
	executions: Executions;
	defaults: CommonSettings;
}

type House = Pick<Services, 'place' | 'media' | 'signingKey'> & { log: RequestLog };

/** Puts a provider's API beneath its prefix, behind log, faults, key check, throttle and latency, in this order. */
export function mountProvider(app: FastifyInstance, create: CreateProvider, { log, ...services }: House): Mounted {
	const stats = new Stats();
	const faults = new Faults();
	const news = new EventEmitter<{ news: [InboxNews] }>();
	const provider = create({ ...services, stats, news });
	const gate = createGate(provider, stats, faults);

	void app.register(
		async (scope) => {
			readBodies(scope, provider.keptUploadBytes);
			scope.decorateRequest('settle', null);
			scope.decorateRequest('logged', null);
			scope.decorateRequest('lostBy', null);
			scope.addHook('onRequest', async (request, reply) => begin(provider, stats, log, request, reply));
			scope.addHook('preValidation', gate);
			scope.addHook('onSend', async (request, reply) => {
				if (request.lostBy === null) return request.settle?.(reply.statusCode);
				if (request.lostBy.delayMs) await sleep(request.lostBy.delayMs);
				request.raw.socket.destroy();
			});
			scope.setErrorHandler(async (error, _request, reply) => await answerError(provider, error, reply));
			scope.setNotFoundHandler(
				async (_request, reply) => await reply.code(404).send(provider.refusalBody(404, 'Resource not found')),
			);
			provider.routes(scope);
		},
		{ prefix: provider.prefix },
	);
	const executions = new Executions(provider.inbox, news);
	return { provider, stats, faults, news, executions, defaults: structuredClone(provider.settings) };
}

function begin(provider: Provider, stats: Stats, log: RequestLog, request: FastifyRequest, reply: FastifyReply): void {
	const entry = log.begin(provider, request);
	let running = true;
	request.logged = entry;
	request.settle = (status) => {
		if (!running) return;
		running = false;
		entry.status = status;
		entry.endedAt = nowMs();
		stats.end(status);
	};
	stats.begin();
	reply.raw.once('close', () => request.settle?.(null));
}

function createGate(provider: Provider, stats: Stats, faults: Faults) {
	const throttle = new Throttle();

	const refuse = async (reply: FastifyReply, waitMs?: number, headers: Record<string, string> = {}) => {
		stats.throttle();
		const retryAfter = retryAfterHeader(provider.settings.retryAfter, waitMs);
		if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
		const { status, body } = provider.settings.throttleAnswer ?? provider.throttled;
		return await reply.code(status).headers(headers).send(body);
	};

	return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
		const { logged } = request;
		if (logged !== null) logged.body = bodyForLog(receivedBody(request));

		const fault = faults.pick(request.method, logged?.path ?? '');
		if (fault?.effect === 'lostAnswer') request.lostBy = fault;
		else if (fault !== null) {
			if (fault.delayMs) await sleep(fault.delayMs);
			if (fault.effect === 'throttle') return await refuse(reply, undefined, fault.headers);
			return await answerFault(fault, provider, request, reply);
		}

		provider.admit(request);
		const waitMs = throttle.admit(provider.settings.throttle);
		if (waitMs > 0) return await refuse(reply, waitMs);
		if (provider.settings.latencyMs > 0) await sleep(provider.settings.latencyMs);
		return undefined;
	};
}

async function answerError(provider: Provider, error: unknown, reply: FastifyReply): Promise<unknown> {
	if (error instanceof Refusal) return await reply.code(error.status).send(error.body);
	const status = (error as { statusCode?: number }).statusCode ?? 500;
	// A fault of the sandbox itself must be seen by whoever develops against it.
	if (status >= 500) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	return await reply
		.code(status)
		.send(provider.refusalBody(status, error instanceof Error ? error.message : String(error)));
}
