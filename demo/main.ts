import { parseArgs } from 'node:util';

import { fateTable, notArrived, type Fate } from './fates';
import { runUntilStopped } from './lifecycle';
import { DEMO_DATA } from './paths';
import { publish } from './publish';
import { runWorkflow } from './runWorkflow';
import { exampleOf } from './seed';
import { addressesOf, startAll } from './startAll';
import { step } from './steps';

const EXAMPLE = 'partooSendFollow';
const LAST_NODE = 'Fate of Each Message';
/** Waits for messages that fail; the example above sends none that does. */
const ACTIVE_EXAMPLE = 'partooFailedMessage';

async function demo(): Promise<number> {
	const { values } = parseArgs({ options: { once: { type: 'boolean' }, fresh: { type: 'boolean' } } });
	const everything = await startAll({ userFolder: DEMO_DATA, isFresh: values.fresh });
	const { server, sandbox, n8n, workflows } = everything;
	const workflow = exampleOf(workflows, EXAMPLE);
	const active = exampleOf(workflows, ACTIVE_EXAMPLE);
	const [activated] = await Promise.allSettled([
		step(`Publishing "${active.name}"`, async () => await publish(n8n, active.id)),
	]);
	const isActive = activated.status === 'fulfilled';
	// A workflow of the user's may have its event, and keeps it.
	if (!isActive) console.log(`  It is not published: ${String(activated.reason)}`);
	const execution = await step(`Running "${workflow.name}" in n8n`, async () => await runWorkflow(n8n, workflow));

	const fates = execution.output<Fate>(LAST_NODE);
	console.log(`\n${fateTable(fates)}`);
	const problems = await notArrived(fates, sandbox.url);
	if (execution.status !== 'success')
		problems.unshift(`The workflow ended with "${execution.status}": ${execution.error ?? ''}`);
	if (fates.length === 0) problems.push('No message was sent.');
	for (const problem of problems) console.error(problem);
	if (problems.length === 0) console.log(`All ${fates.length} messages arrived; the sandbox's own records agree.`);

	if (values.once !== true) {
		console.log(
			[
				'',
				...addressesOf(everything, `/workflow/${workflow.id}`, [
					`This run ${server.url}/workflow/${workflow.id}/executions/${execution.id}`,
					...(isActive
						? [`Trigger  ${server.url}/workflow/${active.id} (published: let a message fail in the inbox)`]
						: []),
				]),
				'',
				'Ctrl-C stops everything.',
			].join('\n'),
		);
		await Promise.race([sandbox.ended, server.ended]);
		problems.push('n8n or the sandbox has ended.');
	}
	await Promise.all([sandbox.stop(), server.stop()]);
	return problems.length === 0 ? 0 : 1;
}

runUntilStopped('The demo', demo);
