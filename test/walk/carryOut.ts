import type { INodeType } from 'n8n-workflow';
import { runNode } from '../engine';
import { fill } from './fill';
import type { Paths } from './fill';
import { nameOf } from './panels';
import type { Panel } from './panels';
import { recordingNode } from './recording';
import type { Stage, Subject } from './subject';

/** What came of a panel that was carried out. */
export interface CarriedOut {
	/** Names of fields and paths of options, those that were left out as well. */
	shown: Paths;
	read: Paths;
	/** e.g. `POST /messages`. */
	requests: string[];
	/** What went wrong. */
	error?: string;
}

/** Fills in everything that a panel shows, and carries it out beside the sandbox, through n8n's engine. */
export async function carryOut(
	{ node, provider, credentialTypes }: Subject,
	stage: Stage,
	panel: Panel,
	leftOut: string[],
	carrier: INodeType = node,
): Promise<CarriedOut> {
	await stage.sandbox.reset();
	const { samples, items } = await stage.prepare(panel);
	await stage.sandbox.clearRequests();
	const { filled: shown } = fill(node, panel, samples, new Set());
	const { parameters } = fill(node, panel, samples, new Set(leftOut));
	const read: Paths = new Set();
	const run = await runNode({
		node: recordingNode(carrier, read),
		parameters,
		items,
		credentialTypes,
		credentials: stage.credentials,
	});
	const requests = await stage.sandbox.requests({ provider });
	return {
		shown,
		read,
		requests: requests.map(({ method, path }) => `${method} ${path}`),
		error: run.error && `${nameOf(panel)}: ${run.error.message} ${run.error.description}`,
	};
}
