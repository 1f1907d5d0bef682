import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import getPort from 'get-port';

import { stopChildren } from './children';
import { listAsCommunityPackage } from './communityList';
import { fateTable, notArrived, type Fate } from './fates';
import { installN8n } from './installN8n';
import { stopChildrenOnSignals } from './lifecycle';
import { holdFolder, refuseWhenHeld } from './folderLock';
import { N8nClient, OWNER } from './n8nClient';
import { installNodes, packNodes } from './packNodes';
import { DEMO_DATA } from './paths';
import { publish } from './publish';
import { runWorkflow } from './runWorkflow';
import { startSandbox } from './sandbox';
import { seedCredentials, seedWorkflows, type Workflow } from './seed';
import { startN8n } from './startN8n';
import { step } from './steps';

const EXAMPLE = 'partooSendFollow';
const LAST_NODE = 'Fate of Each Message';
/** Waits for messages that fail; the example above sends none that does. */
const ACTIVE_EXAMPLE = 'partooFailedMessage';

async function demo(): Promise<number> {
	const { values } = parseArgs({ options: { once: { type: 'boolean' }, fresh: { type: 'boolean' } } });
	await refuseWhenHeld(DEMO_DATA);
	if (values.fresh === true) await rm(DEMO_DATA, { recursive: true, force: true });

	const [installation] = await Promise.all([
		installN8n(),
		step('Building and packing the nodes', async () => await installNodes(await packNodes(), DEMO_DATA)),
	]);
	const sandboxPort = await freePort(4010, 'The sandbox');
	const port = await freePort(5678, 'n8n');
	const [sandbox, server] = await step(
		'Starting n8n and the sandbox',
		async () => await Promise.all([startSandbox(sandboxPort), startN8n({ installation, userFolder: DEMO_DATA, port })]),
	);
	await holdFolder(DEMO_DATA, server.pid);

	const n8n = new N8nClient(server.url);
	const [workflow, active] = await step('Loading the account, the credentials and the examples', async () => {
		await n8n.logIn();
		await listAsCommunityPackage(installation, DEMO_DATA);
		const workflows = await seedWorkflows(n8n, await seedCredentials(n8n, sandbox.url), sandbox.url);
		return [example(workflows, EXAMPLE), example(workflows, ACTIVE_EXAMPLE)];
	});
	const [activated] = await Promise.allSettled([
		step(`Activating "${active.name}"`, async () => await publish(n8n, active.id)),
	]);
	const isActive = activated.status === 'fulfilled';
	// A workflow of the user's may have its event, and keeps it.
	if (!isActive) console.log(`  It is not active: ${String(activated.reason)}`);
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
				`Editor   ${server.url}/workflow/${workflow.id}`,
				`Login    ${OWNER.email} / ${OWNER.password}`,
				`This run ${server.url}/workflow/${workflow.id}/executions/${execution.id}`,
				...(isActive ? [`Trigger  ${server.url}/workflow/${active.id} (active: let a message fail in the inbox)`] : []),
				`Inbox    ${sandbox.url} (what the customers see)`,
				`Log      ${server.logFile}`,
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

function example(workflows: Workflow[], wanted: string): Workflow {
	const found = workflows.find(({ id }) => id === wanted);
	if (found === undefined) throw new Error(`No workflow of examples/ has the ID ${wanted}.`);
	return found;
}

async function freePort(usual: number, who: string): Promise<number> {
	const port = await getPort({ port: usual });
	if (port !== usual) console.log(`Port ${usual} is taken: ${who} uses ${port}.`);
	return port;
}

const isInterrupted = stopChildrenOnSignals();
demo()
	.catch((error: unknown) => {
		if (!isInterrupted())
			console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	})
	.then(async (status) => {
		await stopChildren();
		if (!isInterrupted()) process.exit(status);
	});
