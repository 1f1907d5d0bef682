import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { KeyObject } from 'node:crypto';
import type { EventEmitter } from 'node:events';

import type { Inbox, InboxNews } from './inbox';
import type { MediaStore } from './media';
import type { Stats } from './stats';
import type { ThrottleSetting } from './throttle';

/** Settings that every provider has; a provider adds its own in `settings` and `settingsSchema`. */
export interface CommonSettings {
	latencyMs: number;
	throttle: ThrottleSetting | null;
	/** 'seconds' | 'tenths' | 'date' | 'none', or the literal value of the header. */
	retryAfter: string;
	/** Another answer than the provider's usual one to what comes too fast: some refuse that with 400. */
	throttleAnswer: { status: number; body: unknown } | null;
}

export const COMMON_DEFAULTS: CommonSettings = {
	latencyMs: 0,
	throttle: null,
	retryAfter: 'seconds',
	throttleAnswer: null,
};

/** What the sandbox lends to a provider. */
export interface Services {
	/** Where the sandbox listens; known once it does, so read it late. */
	place: { readonly url: string };
	media: MediaStore;
	/** Private Ed25519 key for providers that sign their webhooks. */
	signingKey: KeyObject;
	stats: Stats;
	/** Tell the inbox page; what it shows is asked from `Provider.inbox`. */
	news: EventEmitter<{ news: [InboxNews] }>;
}

/** One provider's API. Everything around it (log, faults, throttle, inbox page) is the sandbox's. */
export interface Provider {
	readonly name: string;
	/** Where its API stands, e.g. `/partoo/v2`. */
	readonly prefix: string;
	/** Request headers, in lower case, that the log masks. */
	readonly secretHeaders: readonly string[];
	/** Uploads up to this size are kept and can be shown; bigger ones are counted and hashed only. */
	readonly keptUploadBytes: number;
	readonly settings: CommonSettings;
	/** JSON schema properties of the provider's own settings. */
	readonly settingsSchema: Record<string, object>;
	/** How this provider words a refusal for too many requests. */
	readonly throttled: { status: number; body: unknown };
	readonly inbox: Inbox;
	/** Body of an answer to what no route knows or the server could not read, in the provider's shape. */
	refusalBody(status: number, message: string): unknown;
	/** Checks the key. Throws a `Refusal`. */
	admit(request: FastifyRequest): void;
	routes(app: FastifyInstance): void;
	/** Routes beneath `/control/<name>`. */
	control(app: FastifyInstance): void;
	/** Back to the seeded state. */
	reset(): void;
}

export type CreateProvider = (services: Services) => Provider;

/** Thrown by a provider's code: ends the request with this answer. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: unknown,
	) {
		super(`Refused with ${status}`);
	}
}
