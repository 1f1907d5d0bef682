import { text } from '../../../../shared/input/text';
import { textField } from '../../../fields/common';

/** What is written on a button, or the title of a row. */
export const titleField = (description: string, example: string) =>
	textField('Title', 'title', { placeholder: `e.g. ${example}`, description });

export const sectionTitleField = textField('Title', 'title', {
	placeholder: 'e.g. Pizza',
	description: 'Up to 24 characters; needed with several sections',
});

/** The ID of a button or a row. */
export const idField = textField('ID', 'id', {
	description: "The trigger's replyId; if empty, the title",
});

/** The ID as it was given: the user's own, so a time or `false` may be one. Empty where the title stands in for it. */
export function entryId(label: string, value: unknown): string {
	return text(label, value).trim();
}
