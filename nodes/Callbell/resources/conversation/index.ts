import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { asObject } from '../../../shared/json';
import type { ItemContext } from '../../../shared/door/itemContext';
import { requiredText } from '../../../shared/input/checks';
import { toItems } from '../../../shared/door/operation';
import type { Operation, Operations } from '../../../shared/door/operation';
import { sendOnce } from '../../../shared/delivery/sendOnce';
import { contactPath } from '../contact/findContact';
import { entryOf } from '../../provider/answers';
import { contactOutput } from '../contact/simplify';

const option = (name: string, value: string, action: string, description: string): INodePropertyOptions => ({
	name,
	value,
	action,
	description,
	routing: { request: { method: 'POST' } },
});

/** Opening what is open, or starting a bot that runs, changes nothing: a repetition does no harm. */
function posting(makeRequest: (contact: string) => { url: string; body?: IDataObject }): Operation {
	return {
		kind: 'keyed',
		async run(item) {
			const answer = await item.request({ ...item.routed, ...makeRequest(await contactPath(item)) });
			const { bot } = asObject(answer.body);
			return toItems([bot ? asObject(bot) : contactOutput(item, entryOf(answer, 'contact'))]);
		},
	};
}

/** https://docs.callbell.eu/api/reference/contacts_api/post_conversation_note */
const addNote: Operation = {
	kind: 'send',
	async run(item) {
		const text = requiredText('Text', item.param('text', ''));
		const contact = await contactPath(item);
		const { answer } = await sendOnce(item, {
			fingerprint: JSON.stringify([contact, text]),
			send: async () => await postNote(item, contact, text),
			idOf: () => null,
			whereToLook: 'Look at the conversation in Callbell.',
		});
		return toItems([answer]);
	},
};

async function postNote(item: ItemContext, contact: string, text: string): Promise<IDataObject> {
	return await item.json({ ...item.routed, url: `${contact}/conversation/note`, body: { text } });
}

export const conversationOperations: Operations = {
	'conversation.addNote': addNote,
	'conversation.close': posting((contact) => ({ url: `${contact}/conversation/close` })),
	'conversation.open': posting((contact) => ({ url: `${contact}/conversation/open` })),
	'conversation.startBot': posting((contact) => ({ url: `${contact}/bot`, body: { status: 'bot_start' } })),
	'conversation.stopBot': posting((contact) => ({ url: `${contact}/bot`, body: { status: 'bot_end' } })),
};

export const conversationProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['conversation'] } },
		options: [
			option(
				'Add Note',
				'addNote',
				'Add note to conversation',
				'Add a note that only colleagues see; @name tells one of them',
			),
			option('Close', 'close', 'Close conversation', 'Close the conversation with a contact'),
			option('Open', 'open', 'Open conversation', 'Open the conversation with a contact again'),
			option('Start Bot', 'startBot', 'Start bot in conversation', 'Let the bot answer the contact'),
			option('Stop Bot', 'stopBot', 'Stop bot in conversation', 'Keep the bot from answering the contact'),
		],
		default: 'open',
	},
];
