import { NodeHelpers, Workflow } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';
import { Dialog360Trigger } from '../../../../nodes/Dialog360/Dialog360Trigger.node';
import {
	messageChange,
	MESSAGE_SAMPLES,
	OTHER_SAMPLES,
	sampleChange,
	statusChange,
} from '../../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../../engine';
import { EngineNodeTypes } from '../../../engine/nodeTypes';
import { deliver, startManual } from '../../trigger';

let trigger: TriggerBench;

const start = async (...given: Parameters<typeof startManual>) => (trigger = await startManual(...given));
afterEach(async () => await trigger?.stop());

const everything = async () => {
	for (const kind of [...Object.keys(MESSAGE_SAMPLES), ...Object.keys(OTHER_SAMPLES)])
		await deliver(trigger, sampleChange(kind)!);
	for (const status of ['sent', 'delivered', 'read', 'played', 'failed', 'teleported'])
		await deliver(trigger, statusChange({ status }));
};

const events = () => [...new Set(trigger.runs.map(({ event }) => event))];

describe('what starts the workflow', () => {
	it('are messages of all kinds and nothing else, where the user says nothing', async () => {
		await start();
		await everything();
		expect(events()).toEqual(['message']);
		expect(trigger.runs).toHaveLength(Object.keys(MESSAGE_SAMPLES).length);
	});

	it('are failed statuses where the user wants statuses', async () => {
		await start({ events: ['status'] });
		await everything();
		expect(trigger.runs.map(({ providerStatus }) => providerStatus)).toEqual(['failed']);
	});

	it.each([
		[['echo'], ['echo']],
		[['error'], ['error']],
		[['template'], ['message_template_status_update', 'message_template_quality_update', 'template_category_update']],
		[
			['account', 'phoneNumber'],
			['phone_number_quality_update', 'account_update', 'account_alerts'],
		],
	])('is what belongs to %j', async (chosen, expected) => {
		await start({ events: chosen });
		await everything();
		expect(events()).toEqual(expected);
	});

	it('are other fields by their names', async () => {
		await start({ events: ['other'], otherEvents: 'calls, group_settings_update' });
		await everything();
		await deliver(trigger, { field: 'group_settings_update', value: {} });
		expect(events()).toEqual(['calls', 'group_settings_update']);
	});

	it.each([
		[['text'], ['text', 'reply', 'forwarded', 'product', 'ad', 'group']],
		[['media'], ['image', 'video', 'audio', 'document', 'sticker', 'lost_file']],
		[['answer'], ['button_reply', 'list_reply', 'button']],
		[
			['flow', 'order'],
			['nfm_reply', 'order'],
		],
		[
			['reaction', 'edit', 'deletion'],
			['reaction', 'reaction_removed', 'edit', 'revoke'],
		],
		[
			['contact', 'location', 'system', 'unsupported'],
			['location', 'contacts', 'system', 'system_user_id', 'unsupported'],
		],
		[['callPermission'], ['call_permission_reply', 'call_permission_refused']],
		[['other'], ['unknown']],
		[['hologram'], ['unknown']],
		[[], Object.keys(MESSAGE_SAMPLES)],
	])('are messages of the kinds %j', async (kinds, expected) => {
		await start({ filters: { kinds } });
		for (const kind of Object.keys(MESSAGE_SAMPLES)) await deliver(trigger, messageChange(kind, { id: kind }));
		expect(trigger.runs.map(({ messageId }) => messageId)).toEqual(expected);
	});

	it('are no messages of an earlier time where the user wants none', async () => {
		await start({ events: ['message', 'status'], filters: { ignoreOlderThan: 60 } });
		const at = (minutes: number) => String(Math.floor(Date.now() / 1000) - minutes * 60);
		await deliver(
			trigger,
			messageChange('text', { id: 'old', timestamp: at(61) }),
			messageChange('text', { id: 'new', timestamp: at(59) }),
		);
		await deliver(
			trigger,
			statusChange({ id: 'old', status: 'failed', timestamp: at(10_000) }),
			messageChange('text', { id: 'timeless', timestamp: undefined }),
		);
		expect(trigger.runs.map(({ messageId }) => messageId)).toEqual(['new', 'timeless']);
	});
});

it.each([
	[true, ['Messages', 'Statuses', 'Other']],
	[false, [undefined]],
])('with Output per Kind %s n8n shows the outputs %j', async (outputPerKind, names) => {
	const type = new Dialog360Trigger();
	const node: INode = {
		id: '1',
		name: 'Trigger',
		type: 'x.dialog360Trigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { options: { outputPerKind } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: new EngineNodeTypes({ [node.type]: type }),
	});
	const outputs = NodeHelpers.getNodeOutputs(workflow, node, type.description);
	expect(outputs.map((output) => (typeof output === 'string' ? output : output.displayName))).toEqual(names);
});
