import { Workflow } from 'n8n-workflow';
import type { INode, INodeType } from 'n8n-workflow';
import { CallbellTrigger } from '../../../nodes/Callbell/CallbellTrigger.node';
import { Dialog360Trigger } from '../../../nodes/Dialog360/Dialog360Trigger.node';
import { PartooTrigger } from '../../../nodes/Partoo/PartooTrigger.node';
import { latestVersion } from '../../engine/nodeTypes';

/** What n8n shows below the name of a node with these events. */
function subtitleOf(type: INodeType, events: string[]): unknown {
	const node: INode = {
		id: '1',
		name: 'Trigger',
		type: type.description.name,
		typeVersion: latestVersion(type),
		position: [0, 0],
		parameters: { events },
	};
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(node, type.description.subtitle, 'internal', {});
}

it.each<[string, INodeType, string[]]>([
	['Partoo', new PartooTrigger(), ['message_updated', 'message_created', 'later_one']],
	['360dialog', new Dialog360Trigger(), ['status', 'message', 'later_one']],
	['Callbell', new CallbellTrigger(), ['message_status_updated', 'message_created', 'later_one']],
])('the canvas calls the events of the %s trigger as the form does', (_, type, events) => {
	expect(subtitleOf(type, events)).toBe('Message Delivered or Failed, Message Received, later_one');
});
