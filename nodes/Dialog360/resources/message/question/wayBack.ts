import { createHash } from 'crypto';
import type { FunctionsBase } from 'n8n-workflow';
import { Failure } from '../../../../shared/failures/failure';

/** Where an answer leads: an execution that waits, and what n8n signed for this answer of this question. */
export interface WayBack {
	executionId: string;
	nodeId: string;
	/** Of the node, counted from 0: in a loop it asks several questions. */
	run: string;
	/** Of the answers, counted from 0. */
	answer: string;
	/** Hexadecimal HMAC-SHA256 of n8n over all of the above. */
	signature: string;
}

type Signing = Pick<FunctionsBase, 'getSignedResumeUrl' | 'getInstanceId'>;

/**
 * WhatsApp keeps 256 characters for the ID of a button and 200 for that of a row, and says nothing of a template's
 * payload, for which some name 128.
 */
const ID_MAX = 200;
const WAY_BACK = /^n8n-ask:([0-9a-f]{8}):(\d{1,10}):(\d+):(\d+):([\w-]{43}):([\w-]+)$/;
/** The largest ID that an execution has in PostgreSQL; n8n cannot look for a larger one. */
const EXECUTION_MAX = 2 ** 31 - 1;

/**
 * The ID of a button, row or quick reply, which holds all that leads its answer back, e.g.
 * `n8n-ask:<this n8n>:<execution>:<run>:<answer>:<signature>:<node>`. The host is not in it: an answer is handed to no
 * other n8n than the one that is told of it.
 *
 * @throws Failure when the node's ID has no place in it
 */
export function writeWayBack(context: Signing, run: number, answer: number): string {
	const parameters = { run: String(run), answer: String(answer) };
	const { pathname, searchParams } = new URL(context.getSignedResumeUrl(parameters));
	const [executionId, nodeId] = pathname.split('/').slice(-2);
	const signature = Buffer.from(searchParams.get('signature')!, 'hex').toString('base64url');
	const id = ['n8n-ask', markOf(context), executionId, run, answer, signature, nodeId].join(':');
	if (WAY_BACK.test(id) && id.length <= ID_MAX) return id;
	throw new Failure({
		message: 'The ID of this node is too long for a button of WhatsApp, or has other than letters, digits and dashes',
		nextStep: 'Copy the node, which gives it a new ID, and delete the old one.',
		code: 'INVALID_INPUT',
	});
}

/** What the ID of a button says; undefined for one that this n8n did not write. */
export function readWayBack(context: Pick<Signing, 'getInstanceId'>, id: string | null): WayBack | undefined {
	const [, mark, executionId, run, answer, signature, nodeId] = WAY_BACK.exec(id ?? '') ?? [];
	if (mark === undefined || id!.length > ID_MAX || mark !== markOf(context)) return undefined;
	if (Number(executionId) > EXECUTION_MAX) return undefined;
	const hex = Buffer.from(signature!, 'base64url').toString('hex');
	return { executionId: executionId!, nodeId: nodeId!, run: run!, answer: answer!, signature: hex };
}

/** Tells this n8n from another that is called for the same number; all processes of one have the same. */
function markOf(context: Pick<Signing, 'getInstanceId'>): string {
	return createHash('sha256').update(context.getInstanceId()).digest('hex').slice(0, 8);
}
