import type { INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { issuedId } from '../../../shared/input/identifier';

/** Which message an operation is about. */
export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. adf3d1216d4c4dcd908199d6700f2381',
	description: 'The messageId of a sent message, or from the trigger',
};

/** @throws Failure when the field is empty */
export function messageIdOf(item: ItemContext): string {
	return issuedId(
		'Message ID',
		item.param('messageId', ''),
		"Give the ID as a send or the trigger gave it in 'Message ID'.",
	);
}
