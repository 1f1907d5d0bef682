import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Call } from '../../../shared/call';
import { asObject } from '../../../shared/call';
import { requiredText } from '../../../shared/checks';
import { toItems } from '../../../shared/operation';
import type { Operation, Operations } from '../../../shared/operation';
import { sendOnce } from '../../../shared/sendOnce';
import { contactPath } from '../../contacts';
import { entryOf } from '../../envelopes';
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
		async run(call) {
			const answer = await call.request({ ...call.routed, ...makeRequest(await contactPath(call)) });
			const { bot } = asObject(answer.body);
			return toItems([bot ? asObject(bot) : contactOutput(call, entryOf(answer, 'contact'))]);
		},
	};
}

/** https://docs.callbell.eu/api/reference/contacts_api/post_conversation_note */
const addNote: Operation = {
	kind: 'send',
	async run(call) {
		const text = requiredText('Text', call.param('text', ''));
		const contact = await contactPath(call);
		const { answer } = await sendOnce(call, {
			fingerprint: JSON.stringify([contact, text]),
			send: async () => await postNote(call, contact, text),
			idOf: () => null,
			whereToLook: 'Look at the conversation in Callbell.',
		});
		return toItems([answer]);
	},
};

async function postNote(call: Call, contact: string, text: string): Promise<IDataObject> {
	return await call.json({ ...call.routed, url: `${contact}/conversation/note`, body: { text } });
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
