import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	type IAuthenticateRuleResponseCode,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type INodeType,
	type IRunExecutionData,
	Workflow,
} from 'n8n-workflow';

import { createAdditionalData } from './additionalData';
import { EngineCredentialsHelper, nodeCredentials } from './credentialsHelper';
import { withLogs } from './logs';
import { EngineNodeTypes } from './nodeTypes';

const NODE_TYPE = 'n8n-nodes-base.noOp';

/**
 * What the *Retry* button of a credential does: sends the credential's test request through the routing engine and
 * words the outcome as n8n's credentials tester does.
 */
export async function runCredentialTest(
	credential: ICredentialType,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const { test } = credential;
	if (!test) return error('No testing function found for this credential.');
	return await withLogs([], async () => {
		try {
			return judgeAnswer(test, await sendTestRequest(credential, test, data));
		} catch (thrown) {
			return error(messageFor(test, thrown as TestRequestError));
		}
	});
}

async function sendTestRequest(
	credential: ICredentialType,
	test: ICredentialTestRequest,
	saved: ICredentialDataDecryptedObject,
): Promise<INodeExecutionData[][] | undefined> {
	const { name } = credential;
	const credentials = { [name]: saved };
	const credentialsHelper = new EngineCredentialsHelper([credential], credentials);
	const additionalData = createAdditionalData({ credentialsHelper, currentNodeParameters: {} });
	const data = await credentialsHelper.getDecrypted(additionalData, { id: name, name }, name, 'internal');

	const nodeType = testNodeType(name, test);
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: NODE_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: nodeCredentials(credentials),
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: new EngineNodeTypes({ [NODE_TYPE]: nodeType }),
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		{ resultData: { runData: {} } } as IRunExecutionData,
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	return await new RoutingNode(context, nodeType, { id: name, name, type: name, data }).runNode();
}

function testNodeType(credential: string, { request }: ICredentialTestRequest): INodeType {
	return {
		description: {
			displayName: 'No Operation, do nothing',
			name: 'noOp',
			group: ['organization'],
			version: 1,
			description: 'No Operation',
			defaults: { name: 'No Operation, do nothing' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: credential, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' }],
		},
	};
}

interface TestRequestError extends Error {
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

function messageFor({ rules = [] }: ICredentialTestRequest, thrown: TestRequestError): string {
	const { cause, message } = thrown;
	const status = cause?.response?.status;
	if (status === undefined) return cause?.code ?? message;

	const rule = rules.find(
		(candidate): candidate is IAuthenticateRuleResponseCode =>
			candidate.type === 'responseCode' && candidate.properties.value === status,
	);
	if (rule) return rule.properties.message;
	if (status >= 199 && status <= 299) return message;
	return cause?.response?.statusText || `Received HTTP status code: ${status}`;
}

function judgeAnswer(
	{ rules = [] }: ICredentialTestRequest,
	answer?: INodeExecutionData[][],
): INodeCredentialTestResult {
	for (const rule of rules) {
		if (rule.type !== 'responseSuccessBody') continue;
		const { key, value, message } = rule.properties;
		if (valueAt(answer?.[0]?.[0]?.json, key) === value) return error(message);
	}
	return { status: 'OK', message: 'Connection successful!' };
}

function valueAt(json: IDataObject | undefined, path: string): unknown {
	return path.split('.').reduce<unknown>((value, key) => (value as IDataObject | undefined)?.[key], json);
}

function error(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
