import { LoadOptionsContext } from 'n8n-core';
import { type ICredentialType, type INode, type INodeParameters, type INodeType, Workflow } from 'n8n-workflow';

import { createAdditionalData } from './additionalData';
import { type CredentialData, EngineCredentialsHelper, nodeCredentials } from './credentialsHelper';
import { EngineNodeTypes, latestVersion, loadNodeType, typeName } from './nodeTypes';
import { withDefaults } from './parameters';

export interface LoadOptions {
	/** Parameters of the open node. */
	parameters?: INodeParameters;
	credentials?: CredentialData;
	credentialTypes?: ICredentialType[];
	/** The parameter that asks. */
	parameterName?: string;
}

/** What n8n hands to a method that the editor calls while a node is open. */
export function loadOptionsContext(node: INodeType, options: LoadOptions): LoadOptionsContext {
	const type = loadNodeType(node);
	const { credentials = {}, credentialTypes = [], parameterName = '' } = options;
	const parameters = withDefaults(type, options.parameters ?? {});
	const openNode: INode = {
		id: 'node',
		name: 'Temp-Node',
		type: typeName(type),
		typeVersion: latestVersion(type),
		position: [0, 0],
		parameters,
		credentials: nodeCredentials(credentials),
	};
	const workflow = new Workflow({
		nodes: [openNode],
		connections: {},
		active: false,
		nodeTypes: new EngineNodeTypes({ [openNode.type]: type }),
	});
	const additionalData = createAdditionalData({
		credentialsHelper: new EngineCredentialsHelper(credentialTypes, credentials),
		currentNodeParameters: parameters,
	});
	return new LoadOptionsContext(workflow, openNode, additionalData, `parameters.${parameterName}`);
}
