import {
	type EngineResponse,
	type IDataObject,
	type INodeParameters,
	type INodeType,
	NodeConnectionTypes,
	NodeHelpers,
} from 'n8n-workflow';

import { nodeCredentials } from './credentialsHelper';
import { START_TYPE, startNodeType } from './helperNodes';
import { EngineNodeTypes, latestVersion, loadNodeType, typeName } from './nodeTypes';
import { assertKnownParameters } from './parameters';
import { runWorkflow } from './runWorkflow';
import type { RunOptions } from './runTypes';

const AGENT = 'Agent';
const TOOL = 'Tool';
const AGENT_TYPE = 'test.agent';

interface ToolRun {
	/** What the model reads of the tool before it chooses. */
	description: string;
	/** What it is told of its call. */
	told: IDataObject[];
}

type ToolOptions = Pick<RunOptions, 'node' | 'parameters' | 'credentials' | 'credentialTypes' | 'onError'>;

/**
 * Has an agent use a node as a tool, in n8n's engine: the agent asks the engine for it, as n8n's agents do from version
 * 3 on.
 *
 * @param input what the model fills in, by the keys of `$fromAI`
 */
export async function runAsTool(options: ToolOptions, input: IDataObject): Promise<ToolRun> {
	const { node, parameters, credentials = {}, credentialTypes, onError } = options;
	const type = toolOf(node);
	assertKnownParameters(type, parameters as INodeParameters);
	const told: IDataObject[] = [];
	const common = { position: [0, 0] as [number, number], typeVersion: 1, parameters: {} };
	const tool = {
		...common,
		id: 'tool',
		name: TOOL,
		type: typeName(type),
		typeVersion: latestVersion(type),
		parameters,
		credentials: nodeCredentials(credentials),
		onError,
	};
	await runWorkflow({
		nodes: [
			{ ...common, id: 'start', name: 'Start', type: START_TYPE },
			{ ...common, id: 'agent', name: AGENT, type: AGENT_TYPE },
			tool,
		],
		connections: {
			Start: { main: [[{ node: AGENT, type: NodeConnectionTypes.Main, index: 0 }]] },
			[TOOL]: { ai_tool: [[{ node: AGENT, type: NodeConnectionTypes.AiTool, index: 0 }]] },
		},
		nodeTypes: new EngineNodeTypes({
			[START_TYPE]: startNodeType([{ json: {} }]),
			[AGENT_TYPE]: agent(input, told),
			[typeName(type)]: type,
		}),
		startNode: 'Start',
		credentials,
		credentialTypes,
	});
	return { description: NodeHelpers.getToolDescriptionForNode(tool, type), told };
}

/** As n8n makes it of a node that is usable as one. */
function toolOf(node: INodeType): INodeType {
	const { description } = node;
	const made = { ...description, name: `${description.name}Tool`, inputs: [], outputs: [NodeConnectionTypes.AiTool] };
	return loadNodeType(Object.create(node, { description: { value: made } }) as INodeType);
}

function agent(input: IDataObject, told: IDataObject[]): INodeType {
	return {
		description: {
			displayName: AGENT,
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(response?: EngineResponse) {
			const [answer] = response?.actionResponses ?? [];
			if (answer) {
				told.push(...(answer.data.data?.ai_tool?.[0] ?? []).map(({ json }) => json));
				return [[]];
			}
			const action = {
				actionType: 'ExecutionNodeAction' as const,
				nodeName: TOOL,
				input,
				type: NodeConnectionTypes.AiTool,
			};
			return { actions: [{ ...action, id: 'call-1', metadata: { itemIndex: 0 } }], metadata: {} };
		},
	};
}
