import type { SchemaObject } from 'ajv';

export interface FaultRule {
	method?: string;
	/** Regular expression on the path as the log shows it. */
	path?: string;
	/** How many requests it hits; null hits always. */
	times?: number | null;
	probability?: number;
	/** Makes `probability` repeatable. */
	seed?: number;
	/** Leaves the first n matching requests alone. */
	after?: number;
	effect: 'status' | 'reset' | 'lostAnswer' | 'hang' | 'throttle' | 'html' | 'empty';
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	delayMs?: number;
}

export const faultRuleSchema: SchemaObject = {
	type: 'object',
	additionalProperties: false,
	required: ['effect'],
	properties: {
		method: { type: 'string' },
		path: { type: 'string', format: 'regex' },
		times: { type: 'integer', minimum: 1, nullable: true },
		probability: { type: 'number', minimum: 0, maximum: 1 },
		seed: { type: 'integer' },
		after: { type: 'integer', minimum: 0 },
		effect: { enum: ['status', 'reset', 'lostAnswer', 'hang', 'throttle', 'html', 'empty'] },
		status: { type: 'integer', minimum: 200, maximum: 599 },
		body: {},
		headers: { type: 'object', additionalProperties: { type: 'string' } },
		delayMs: { type: 'number', minimum: 0 },
	},
};

interface ArmedRule {
	rule: FaultRule;
	path: RegExp | null;
	draw: () => number;
	matched: number;
	hits: number;
}

/** The rules of one provider; the first that fires decides. */
export class Faults {
	private armed: ArmedRule[] = [];

	add(rules: readonly FaultRule[]): void {
		for (const rule of rules) {
			const path = rule.path === undefined ? null : new RegExp(rule.path);
			const draw = rule.seed === undefined ? Math.random : seededRandom(rule.seed);
			this.armed.push({ rule, path, draw, matched: 0, hits: 0 });
		}
	}

	clear(): void {
		this.armed = [];
	}

	read() {
		return this.armed.map(({ rule, matched, hits }) => ({ ...rule, matched, hits }));
	}

	pick(method: string, path: string): FaultRule | null {
		for (const armed of this.armed) {
			const { rule } = armed;
			if (rule.method !== undefined && rule.method.toUpperCase() !== method) continue;
			if (armed.path !== null && !armed.path.test(path)) continue;
			const times = rule.times === undefined ? 1 : rule.times;
			if (times !== null && armed.hits >= times) continue;
			armed.matched += 1;
			if (armed.matched <= (rule.after ?? 0)) continue;
			if (rule.probability !== undefined && armed.draw() >= rule.probability) continue;
			armed.hits += 1;
			return rule;
		}
		return null;
	}
}

/** mulberry32 (public domain, Tommy Ettinger): the same seed gives the same run of numbers from 0 up to 1. */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
