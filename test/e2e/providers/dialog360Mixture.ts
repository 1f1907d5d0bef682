import type { IDataObject } from 'n8n-workflow';

import type { Change } from '../../../sandbox/dialog360/webhooks/envelope';
import type { WebhookCall } from '../../sandboxClient/sandboxTypes';
import { eventually } from '../harness/eventually';
import { inGroups } from '../harness/inGroups';
import { kindsOf } from '../harness/kinds';
import type { Stage } from '../harness/stage';
import { KINDS } from './dialog360Kinds';
import type { TriggerCase } from './triggerCase';

const AT_ONCE = 10;
/** Longer than the test: what becomes of a message is decided by the test alone. */
const NEVER_MS = 3_600_000;

/** Messages of customers and statuses of sent ones, of all kinds that the filters tell apart. */
export const dialog360Mixture: TriggerCase['mixture'] = {
	parameters: {
		events: ['message', 'status'],
		filters: { kinds: ['answer', 'location', 'text'], statuses: ['delivered', 'failed'], ignoreOlderThan: 60 },
		options: { registration: 'replace' },
	},
	happen: async (stage, count) => {
		await stage.sandbox.settings({ sentMs: NEVER_MS, deliveredMs: NEVER_MS, readMs: NEVER_MS } as object, 'dialog360');
		const outputs = await inGroups(
			kindsOf(KINDS, count),
			AT_ONCE,
			async (kind, number) => await kind.happen(stage, number, async (id) => await told(stage, id)),
		);
		return outputs.flat();
	},
	answered: async (stage) =>
		(await deliveries(stage))
			.filter(({ attempts }) => attempts.length === 1 && attempts[0]?.status === 200)
			.reduce((sum, call) => sum + changesIn(call).length, 0),
	runs: async (stage, outputs) => {
		const wanted = new Set(
			outputs.map(({ messageId, providerStatus }) => `${String(messageId)} ${String(providerStatus)}`),
		);
		return (await deliveries(stage)).filter((call) =>
			subjectsIn(call).some(({ id, status }) => wanted.has(`${String(id)} ${String(status)}`)),
		).length;
	},
};

/** Waits until the trigger was told of a message. */
async function told(stage: Stage, messageId: string): Promise<void> {
	await eventually(
		async () => await deliveries(stage),
		(calls) => calls.some((call) => call.done && subjectsIn(call).some(({ id }) => id === messageId)),
	);
}

async function deliveries({ sandbox }: Stage): Promise<WebhookCall[]> {
	return (await sandbox.control<{ deliveries: WebhookCall[] }>('GET', 'dialog360/deliveries')).deliveries;
}

function changesIn({ body }: WebhookCall): Change[] {
	return (JSON.parse(body) as { entry: Array<{ changes: Change[] }> }).entry.flatMap(({ changes }) => changes);
}

/** Messages and statuses that a call tells of. */
function subjectsIn(call: WebhookCall): IDataObject[] {
	return changesIn(call).flatMap(({ value }) => {
		const { messages = [], statuses = [] } = value as { messages?: IDataObject[]; statuses?: IDataObject[] };
		return [...messages, ...statuses];
	});
}
