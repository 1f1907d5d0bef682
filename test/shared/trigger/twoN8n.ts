import { randomUUID } from 'node:crypto';
import type { WorkflowActivateMode } from 'n8n-workflow';
import type { TriggerBench } from '../../engine';
import { startSandboxProcess } from '../../sandboxClient';
import type { Sandbox } from '../../sandboxClient';
import type { RegistrationCase } from './registrationCases';

export const OLD = 'https://old.example.com';
export const NEW = 'https://new.example.com';

/** What n8n does: what it cannot activate, it deactivates. @returns what was said, empty when it is active */
export async function activate(trigger: TriggerBench, mode: WorkflowActivateMode): Promise<string> {
	try {
		await trigger.activate(mode);
		return '';
	} catch (error) {
		await trigger.deactivate();
		return (error as Error).message;
	}
}

export const logged = ({ logs }: TriggerBench, level: string) =>
	logs.filter((entry) => entry.level === level && entry.source === 'node').map(({ message }) => message);

/** A sandbox, in which nothing has happened before each test. */
export function useTwoN8n() {
	const started: TriggerBench[] = [];
	const here = {
		sandbox: undefined as unknown as Sandbox,

		/** An n8n in which the workflow is active, and what another one is whose database is a copy of its. */
		async twoN8n(one: RegistrationCase, origin: string, isDataThere: boolean, options: Record<string, string> = {}) {
			const webhookId = randomUUID();
			const first = await one.start(here.sandbox, { webhookId, webhookOrigin: OLD }, options);
			const second = await one.start(here.sandbox, { webhookId, webhookOrigin: origin }, options);
			started.push(first, second);
			await first.activate();
			await one.call(here.sandbox, first);
			if (isDataThere) second.staticData = structuredClone(first.staticData);
			return { first, second, before: await one.registered(here.sandbox) };
		},
	};
	beforeAll(async () => (here.sandbox = await startSandboxProcess()));
	afterAll(async () => await here.sandbox.stop());
	beforeEach(async () => await here.sandbox.reset());
	afterEach(async () => {
		for (const trigger of started.splice(0)) await trigger.stop();
	});
	return here;
}
