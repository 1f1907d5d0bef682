import type { ItemContext } from '../../../shared/door/itemContext';
import { textField } from '../../fields/common';
import { mediaId } from '../../media/mediaReference';

export const mediaIdField = textField('Media ID', 'mediaId', {
	required: true,
	placeholder: 'e.g. 1166846181421424',
	description: 'The ID as Upload or the trigger gave it. Files of customers live 7 days, uploaded ones 30.',
});

/** @throws Failure when it is empty or no media ID */
export function mediaIdOf(item: ItemContext): string {
	return mediaId('Media ID', item.param('mediaId', ''));
}

export const binaryNameField = textField('Binary Field', 'binaryPropertyName', {
	required: true,
	default: 'data',
	hint: 'The name of the field that holds the file, or that gets it',
});
