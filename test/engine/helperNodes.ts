import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';

/** Full type names of the nodes that the harness puts before and after the one under test. */
export const START_TYPE = 'harness.start';
export const NEXT_TYPE = 'harness.next';

const BASE: INodeTypeDescription = {
	displayName: 'Helper',
	name: 'helper',
	group: ['transform'],
	version: 1,
	description: 'Helper of the test harness',
	defaults: { name: 'Helper' },
	inputs: ['main'],
	outputs: ['main'],
	properties: [],
};

/** Begins the workflow: its output is the input of the node under test. */
export function startNodeType(items: INodeExecutionData[]): INodeType {
	return {
		description: { ...BASE, inputs: [] },
		async execute() {
			return [items];
		},
	};
}

/** Follows the node under test and evaluates one expression for each item that it gets, as any later node would. */
export function nextNodeType(values: unknown[]): INodeType {
	return {
		description: {
			...BASE,
			properties: [{ displayName: 'Value', name: 'value', type: 'string', default: '' }],
		},
		async execute(this: IExecuteFunctions) {
			const items = this.getInputData();
			items.forEach((_, index) => values.push(this.getNodeParameter('value', index)));
			return [items];
		},
	};
}
