import type { ItemContext } from '../../../shared/door/itemContext';
import { textField } from '../../fields/common';
import { mediaId } from '../../media/mediaReference';

export const mediaIdField = textField('Media ID', 'mediaId', {
	required: true,
	placeholder: 'e.g. 1166846181421424',
	description:
		'The mediaId from Upload or the trigger. Files from customers are kept for 7 days, uploaded ones for 30.',
});

/** @throws Failure when it is empty or no media ID */
export function mediaIdOf(item: ItemContext): string {
	return mediaId('Media ID', item.param('mediaId', ''));
}

export const binaryNameField = textField('Binary Field', 'binaryPropertyName', {
	required: true,
	default: 'data',
	hint: 'The name of the field that holds the file, or will hold it',
});
