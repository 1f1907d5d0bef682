import { optionalIdentifier } from '../../../../shared/input/identifier';
import { textField } from '../../../fields/common';

/** The title of a button, a row or a section. */
export const titleField = (description: string) => textField('Title', 'title', { description });

export const sectionTitleField = titleField('Up to 24 characters; needed where there are several sections');

/** The ID of a button or a row. */
export const idField = textField('ID', 'id', {
	description: 'What the trigger gets when the customer chooses it; empty for the title',
});

/** The ID as it was given, `0` and `false` included; empty where the title stands in for it. */
export function entryId(label: string, value: unknown): string {
	return optionalIdentifier(label, typeof value === 'boolean' ? String(value) : value);
}
