import type { IDataObject } from 'n8n-workflow';
import { idText } from '../../../shared/json';
import type { ItemContext } from '../../../shared/door/itemContext';
import { requiredText } from '../../../shared/input/checks';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { sendOnce } from '../../../shared/delivery/sendOnce';
import { entryOf } from '../../provider/answers';
import { identifier, WHATSAPP } from '../../fields/recipient';
import { contactBody, readTags } from './body';
import type { ContactInput } from './body';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Create a contact on a channel',
	request: { method: 'POST', url: '/contacts' },
	repeatable: false,
	async run(item) {
		const input = item.param<ContactInput>('fields', {});
		const source = item.param('source', WHATSAPP).trim();
		const channel = item.param('channelId', '').trim();
		const body: IDataObject = {
			identifier: identifier('Identifier', source, item.param('identifier', '')),
			source,
			name: requiredText('Name', item.param('name', '')).trim(),
			...(channel && { channel_uuid: channel }),
			...contactBody(item, input, readTags(input)),
		};
		const { answer } = await sendOnce(item, {
			fingerprint: JSON.stringify(body),
			send: async () => entryOf(await item.request({ ...item.routed, body }), 'contact'),
			idOf: ({ uuid }) => idText(uuid),
			findLost: source === WHATSAPP ? async () => [await byNumber(item, body)] : undefined,
			whereToLook: `Look for ${String(body.identifier)} among the contacts in Callbell.`,
		});
		return toItems([answer]);
	},
});

async function byNumber(
	item: ItemContext,
	{ identifier: number, channel_uuid: channelUuid }: IDataObject,
): Promise<IDataObject> {
	const qs: IDataObject = channelUuid ? { channel_uuid: channelUuid } : {};
	return entryOf(
		await item.request({ method: 'GET', url: `/contacts/phone/${String(number)}`, qs }, { isRead: true }),
		'contact',
	);
}
