import { text } from '../../../../shared/input/text';
import { textField } from '../../../fields/common';

/** The title of a button, a row or a section. */
export const titleField = (description: string) => textField('Title', 'title', { description });

export const sectionTitleField = titleField('Up to 24 characters; required if there are several sections');

/** The ID of a button or a row. */
export const idField = textField('ID', 'id', {
	description: 'What the trigger outputs as replyId; leave empty to use the title',
});

/** The ID as it was given: the user's own, so a time or `false` may be one. Empty where the title stands in for it. */
export function entryId(label: string, value: unknown): string {
	return text(label, value).trim();
}
