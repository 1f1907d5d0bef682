import { LoadOptionsContext } from 'n8n-core';
import {
	type ICredentialType,
	type INode,
	type INodeListSearchResult,
	type INodeParameters,
	type INodeType,
	Workflow,
} from 'n8n-workflow';

import { createAdditionalData } from './additionalData';
import { type CredentialData, EngineCredentialsHelper, nodeCredentials } from './credentialsHelper';
import { withLogs } from './logs';
import { EngineNodeTypes, latestVersion, loadNodeType, typeName } from './nodeTypes';
import { withDefaults } from './parameters';

export interface ListSearchOptions {
	/** What the user typed into the list's search box. */
	filter?: string;
	/** The token of the page before, when the user scrolls on. */
	paginationToken?: string;
	/** Parameters of the open node. */
	parameters?: INodeParameters;
	credentials?: CredentialData;
	credentialTypes?: ICredentialType[];
	/** The parameter whose list is open. */
	parameterName?: string;
}

/** Asks a list search method of the node for a page, as the editor does; what it throws is thrown on. */
export async function runListSearch(
	node: INodeType,
	method: string,
	options: ListSearchOptions = {},
): Promise<INodeListSearchResult> {
	const search = node.methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list search method "${method}"`);

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
	return await withLogs([], async () => {
		const context = new LoadOptionsContext(
			workflow,
			openNode,
			additionalData,
			`parameters.${parameterName}`,
		);
		return await search.call(context, options.filter, options.paginationToken);
	});
}
