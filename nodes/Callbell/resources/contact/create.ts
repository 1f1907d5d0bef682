import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Call } from '../../../shared/call';
import { requiredText } from '../../../shared/checks';
import { idText } from '../../../shared/deliveryStatus';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { sendOnce } from '../../../shared/sendOnce';
import { entryOf } from '../../envelopes';
import { identifier, WHATSAPP } from '../../recipient';
import { contactBody, readTags } from './body';
import type { ContactInput } from './body';

export const createOption: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Create a contact on a channel',
	routing: { request: { method: 'POST', url: '/contacts' } },
};

export const create: Operation = {
	kind: 'send',
	async run(call) {
		const input = call.param<ContactInput>('fields', {});
		const source = call.param('source', WHATSAPP).trim();
		const channel = call.param('channelId', '').trim();
		const body: IDataObject = {
			identifier: identifier('Identifier', source, call.param('identifier', '')),
			source,
			name: requiredText('Name', call.param('name', '')).trim(),
			...(channel && { channel_uuid: channel }),
			...contactBody(call, input, readTags(input)),
		};
		const { answer } = await sendOnce(call, {
			fingerprint: JSON.stringify(body),
			send: async () => entryOf(await call.request({ ...call.routed, body }), 'contact'),
			idOf: ({ uuid }) => idText(uuid),
			findLost: source === WHATSAPP ? async () => [await byNumber(call, body)] : undefined,
			whereToLook: `Look for ${String(body.identifier)} among the contacts in Callbell.`,
		});
		return toItems([answer]);
	},
};

async function byNumber(
	call: Call,
	{ identifier: number, channel_uuid: channelUuid }: IDataObject,
): Promise<IDataObject> {
	const qs: IDataObject = channelUuid ? { channel_uuid: channelUuid } : {};
	return entryOf(
		await call.request({ method: 'GET', url: `/contacts/phone/${String(number)}`, qs }, { isRead: true }),
		'contact',
	);
}
