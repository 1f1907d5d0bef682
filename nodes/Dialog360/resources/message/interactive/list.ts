import { limitedLine } from '../../../fields/lines';
import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { entries } from '../../../../shared/input/collection';
import { textField } from '../../../fields/common';
import { checkUnique, entriesField } from '../../../fields/entries';
import { limitedText } from '../../../../shared/input/text';
import { optionalCustomerText } from '../../../../shared/input/words/customerText';
import {
	LIST_BODY_MAX,
	LIST_BUTTON_MAX,
	ROW_DESCRIPTION_MAX,
	ROW_ID_MAX,
	ROW_TITLE_MAX,
	ROWS_MAX,
} from '../../../provider/limits';
import { bodyField } from '../content/text';
import type { Form } from '../itemForm';
import type { MessageType } from '../messageType';
import { entryId, idField, titleField } from './entryFields';
import { buttonTextField, footerOption, interactive } from './frame';
import { headerTextOption } from './header';
import { sectionsField, sectionsOf } from './sections';

export const rowsField = entriesField('Rows', 'rows', 'Row', [
	titleField('Up to 24 characters', 'Margherita'),
	textField('Description', 'description', { description: 'Up to 72 characters' }),
	idField,
]);

/** What to do with more rows than a list takes. */
export const FEWER = 'Send fewer rows, e.g. with "More …" as the last one.';

/**
 * A menu of up to ten rows
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages).
 */
export const list: MessageType = {
	option: { name: 'List', value: 'list', description: 'A menu of up to ten rows' },
	fields: [
		bodyField,
		buttonTextField,
		sectionsField('sections', rowsField, 'Up to ten sections with up to ten rows in all'),
	],
	options: [headerTextOption, footerOption],
	content(form) {
		const sections = listSections(form);
		const button = limitedLine('Button Text', form.param('buttonText', ''), LIST_BUTTON_MAX);
		return interactive(form, 'list', { button, sections }, { header: 'text', bodyMax: LIST_BODY_MAX });
	},
};

function listSections(form: Form): IDataObject[] {
	const sections = sectionsOf(form, 'sections').map(({ title, label, entry }) => ({
		...title,
		rows: entries(`${label} > Rows`, 'row', entry.rows).map((row, index) =>
			rowOf(row, `${label} > Rows > ${index + 1}`),
		),
	}));
	const rows = sections.flatMap((section) => section.rows);
	const empty = sections.findIndex((section) => section.rows.length === 0);
	if (empty >= 0) throw badField(`Sections > ${empty + 1} > Rows`, 'is empty', 'Add a row, or remove the section.');
	if (rows.length > ROWS_MAX) {
		throw badField('Sections', `holds ${rows.length} rows; a list takes ${ROWS_MAX} in all sections together`, FEWER);
	}
	const ids = rows.map(({ id }) => id);
	checkUnique('Sections', 'row ID', ids);
	return sections;
}

/** A row as WhatsApp takes it; `label` begins those of its fields. */
export function rowOf({ id, title, description }: Record<string, unknown>, label: string) {
	const text = limitedLine(`${label} > Title`, title, ROW_TITLE_MAX);
	return {
		id: limitedText(`${label} > ID`, entryId(`${label} > ID`, id) || text, ROW_ID_MAX),
		title: text,
		...optionalCustomerText('description', `${label} > Description`, description, ROW_DESCRIPTION_MAX),
	};
}
