import {
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type INode,
	type IWorkflowDataProxyAdditionalKeys,
	Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { EngineNodeTypes } from './nodeTypes';

const PLACEHOLDER_NODE: INode = {
	id: 'credential',
	name: 'credential',
	type: 'credential',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** A key or value of `authenticate`: an expression over `$credentials`, or text to take as it is. */
export function resolveValue(
	value: string,
	keys: IWorkflowDataProxyAdditionalKeys,
	workflow: Workflow,
	node: INode,
): string {
	if (!value.startsWith('=')) return value;
	const resolved = workflow.expression.getSimpleParameterValue(node, value, 'internal', keys, undefined, '');
	return resolved ? resolved.toString() : '';
}

/** Fields in which the user wrote an expression, resolved for the item when there is one. */
export function resolveFields(
	data: ICredentialDataDecryptedObject,
	keys: IWorkflowDataProxyAdditionalKeys,
	mode: WorkflowExecuteMode,
	executeData?: IExecuteData,
	values?: ICredentialsExpressionResolveValues,
): ICredentialDataDecryptedObject {
	const fields = data as Record<string, string>;
	if (values) {
		return values.workflow.expression.getParameterValue(
			fields,
			values.runExecutionData,
			values.runIndex,
			values.itemIndex,
			values.node.name,
			values.connectionInputData,
			mode,
			keys,
			executeData,
			false,
			fields,
		) as ICredentialDataDecryptedObject;
	}
	const workflow = new Workflow({
		nodes: [],
		connections: {},
		active: false,
		nodeTypes: new EngineNodeTypes({}),
	});
	return workflow.expression.getComplexParameterValue(
		PLACEHOLDER_NODE,
		fields,
		mode,
		keys,
		undefined,
		undefined,
		fields,
	) as ICredentialDataDecryptedObject;
}
