/**
 * The demo's n8n loads this file and calls it when an execution has ended, or waits: it tells the sandbox which messages
 * the execution sent, so that the inbox can link to it.
 */
const OURS = /^n8n-nodes-partoo\.(partoo|dialog360|callbell)(?!Trigger)/;
/** n8n does not save an operation that is the one the form begins with. */
const FIRST_OPERATION = 'send';
/** A send whose delivery failed has no other output than this. */
const FAILED = /could not deliver message (\S+)/g;

exports.workflow = { postExecute: [tellOfExecution] };

function tellOfExecution({ data }, { id, nodes }, executionId) {
	const url = `${process.env.N8N_EDITOR_BASE_URL}/workflow/${id}/executions/${executionId}`;
	for (const { name, type, parameters } of nodes) {
		const provider = OURS.exec(type)?.[1];
		if (provider === undefined || !/^send/.test(parameters.operation ?? FIRST_OPERATION)) continue;
		const messages = idsIn(data?.resultData?.runData?.[name] ?? []);
		// Not waited for: an execution does not end later because of an inbox, which may be gone.
		if (messages.length > 0) post(`/control/executions/${provider}`, { url, messages }).catch(() => undefined);
	}
}

/** The IDs of messages in what a node gave out, items and errors. */
function idsIn(runs) {
	const ids = new Set();
	const collect = (key, value) => {
		if (key === 'binary') return undefined;
		if (key === 'messageId') ids.add(String(value));
		if (key === 'messageIds') for (const id of value) ids.add(String(id));
		if (typeof value === 'string') for (const [, id] of value.matchAll(FAILED)) ids.add(id);
		return value;
	};
	for (const { data, error } of runs) JSON.stringify([data, error?.message], collect);
	return [...ids];
}

async function post(path, body) {
	await fetch(process.env.DEMO_SANDBOX + path, { method: 'POST', body: JSON.stringify(body) });
}
