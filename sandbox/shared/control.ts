import type { SchemaObject } from 'ajv';
import type { FastifyInstance } from 'fastify';

import { bodyContract } from './contract';
import { demand, readControlBodies } from './controlBody';
import { type FaultRule, faultRuleSchema } from './faults';
import type { Mounted } from './mount';
import type { RequestLog } from './requestLog';

const count = { type: 'integer', minimum: 1 };

const commonSettingsSchema: Record<string, SchemaObject> = {
	latencyMs: { type: 'number', minimum: 0 },
	retryAfter: { type: 'string' },
	throttleAnswer: {
		type: 'object',
		nullable: true,
		additionalProperties: false,
		required: ['status', 'body'],
		properties: { status: { type: 'integer', minimum: 400, maximum: 599 }, body: {} },
	},
	throttle: {
		oneOf: [
			{ type: 'null' },
			{
				type: 'object',
				additionalProperties: false,
				required: ['kind', 'limit', 'windowMs'],
				properties: { kind: { const: 'window' }, limit: count, windowMs: count },
			},
			{
				type: 'object',
				additionalProperties: false,
				required: ['kind', 'capacity', 'perSecond'],
				properties: { kind: { const: 'bucket' }, capacity: count, perSecond: { type: 'number', exclusiveMinimum: 0 } },
			},
		],
	},
};

/** The control API: what a test or a demo turns to make the providers behave in a certain way, and reads afterwards. */
export function serveControl(
	app: FastifyInstance,
	mounted: readonly Mounted[],
	log: RequestLog,
	afterReset: () => void,
): void {
	const byName = <T>(read: (one: Mounted) => T) =>
		Object.fromEntries(mounted.map((one) => [one.provider.name, read(one)]));
	const settingsContract = bodyContract<Record<string, object>>({
		type: 'object',
		additionalProperties: false,
		properties: byName(({ provider }) => ({
			type: 'object',
			additionalProperties: false,
			properties: { ...commonSettingsSchema, ...provider.settingsSchema },
		})),
	});
	const faultsContract = bodyContract<{ provider: string; rules: FaultRule[] }>({
		type: 'object',
		additionalProperties: false,
		required: ['provider', 'rules'],
		properties: {
			provider: { enum: mounted.map(({ provider }) => provider.name) },
			rules: { type: 'array', items: faultRuleSchema },
		},
	});
	const readSettings = () => byName(({ provider }) => provider.settings);
	const readFaults = () => ({ rules: byName(({ faults }) => faults.read()) });

	void app.register(
		async (control) => {
			readControlBodies(control);

			control.post('/reset', async () => {
				log.clear();
				for (const { provider, faults, stats, executions, defaults } of mounted) {
					Object.assign(provider.settings, structuredClone(defaults));
					faults.clear();
					stats.zero();
					executions.clear();
					provider.reset();
				}
				afterReset();
				return { reset: true };
			});

			control.get('/requests', async () => ({ requests: log.read() }));
			control.delete('/requests', async () => {
				log.clear();
				return { requests: [] };
			});

			control.get('/stats', async () => byName(({ stats }) => stats.read()));
			control.delete('/stats', async () => {
				for (const { stats } of mounted) stats.zero();
				return byName(({ stats }) => stats.read());
			});

			control.get('/settings', async () => readSettings());
			control.post('/settings', async (request) => {
				const wanted = demand(settingsContract(request.body));
				for (const { provider } of mounted) Object.assign(provider.settings, wanted[provider.name]);
				return readSettings();
			});

			control.get('/faults', async () => readFaults());
			control.post('/faults', async (request) => {
				const { provider: name, rules } = demand(faultsContract(request.body));
				mounted.find(({ provider }) => provider.name === name)?.faults.add(rules);
				return readFaults();
			});
			control.delete('/faults', async () => {
				for (const { faults } of mounted) faults.clear();
				return readFaults();
			});

			for (const { provider } of mounted) {
				void control.register(async (scope) => provider.control(scope), { prefix: `/${provider.name}` });
			}
		},
		{ prefix: '/control' },
	);
}
