import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { EVENTS } from '../../../../sandbox/callbell/webhooks/registry';
import type { TriggerBench } from '../../../engine';
import { CONTACT, deliver, startTrigger } from '../../trigger';

/** What an item says of {@link CONTACT}. */
export const ABOUT = {
	contactId: CONTACT.uuid,
	contactName: 'John Doe',
	contactPhone: '331122334455',
	contactBsuid: null,
	contactTags: ['Lead'],
	channel: 'whatsapp',
	channelId: '35f6f8cc-b550-4278-a2ea-099f3a4e0730',
	teamId: 'c4a1',
	teamName: 'General',
	assignedUser: 'jane@example.com',
	conversationUrl: CONTACT.conversationHref,
};
export const CONVERSATION = '35f6f8cc-b550-4278-a2ea-099f3a4e0730:eb2b914a977e4ab896e7b886698b3eac';

const everything = {
	events: [...EVENTS, 'other'],
	otherEvents: 'odd',
	filters: {
		directions: ['received', 'sent'],
		statuses: ['delivered', 'enqueued', 'failed', 'mismatch', 'read', 'sent', 'deleted', 'other'],
	},
};

/** A trigger that lets every event in, unless a test wants other settings. */
export function useOutput() {
	let trigger: TriggerBench;
	beforeEach(async () => (trigger = await startTrigger(everything)));
	afterEach(async () => await trigger.stop());

	return {
		async restart(parameters: INodeParameters): Promise<void> {
			await trigger.stop();
			trigger = await startTrigger(parameters);
		},

		/** The one item with which an event starts the workflow. */
		async outputOf(event: IDataObject): Promise<IDataObject> {
			expect(await deliver(trigger, event)).toBe(200);
			expect(trigger.runs).toHaveLength(1);
			const output = trigger.runs.pop()!;
			// n8n would take such an item for one that went wrong.
			expect(output).not.toHaveProperty('error');
			return output;
		},
	};
}
