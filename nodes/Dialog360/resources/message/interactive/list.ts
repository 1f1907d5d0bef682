import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import {
	LIST_BODY_MAX,
	LIST_BUTTON_MAX,
	ROW_DESCRIPTION_MAX,
	ROW_ID_MAX,
	ROW_TITLE_MAX,
	ROWS_MAX,
	SECTION_TITLE_MAX,
} from '../../../provider/limits';
import type { Form } from '../form';
import { limitedText, optionalText } from '../texts';
import { interactive } from './frame';
import { sectionsOf } from './sections';
import { checkUnique } from './unique';

/** A menu of up to ten rows (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages). */
export function list(form: Form): IDataObject {
	const sections = sectionsOf(form.param('sections', {})).map(({ title, rows }, index, all) => ({
		...titleOf(title, index, all.length),
		rows: (((rows ?? {}) as { row?: IDataObject[] }).row ?? []).map((row, number) =>
			rowOf(row, `Sections > ${index + 1} > Rows > ${number + 1}`),
		),
	}));
	const rows = sections.flatMap((section) => section.rows);
	const empty = sections.findIndex((section) => section.rows.length === 0);
	if (empty >= 0) throw badField(`Sections > ${empty + 1} > Rows`, 'is empty', 'Add a row, or remove the section.');
	if (rows.length > ROWS_MAX) {
		throw badField(
			'Sections',
			`holds ${rows.length} rows; a list takes ${ROWS_MAX} in all sections together`,
			'Send fewer rows, e.g. with "More …" as the last one.',
		);
	}
	checkUnique(
		'Sections',
		'row ID',
		rows.map(({ id }) => id),
	);
	const button = limitedText('Button Text', form.param('buttonText', ''), LIST_BUTTON_MAX);
	return interactive(form, 'list', { button, sections }, { header: 'text', bodyMax: LIST_BODY_MAX });
}

/** WhatsApp wants titles as soon as there are several sections. */
export function titleOf(title: unknown, index: number, count: number) {
	const label = `Sections > ${index + 1} > Title`;
	if (count > 1) return { title: limitedText(label, title, SECTION_TITLE_MAX) };
	return optionalText('title', label, title, SECTION_TITLE_MAX);
}

function rowOf({ id, title, description }: IDataObject, label: string) {
	const text = limitedText(`${label} > Title`, title, ROW_TITLE_MAX);
	return {
		id: limitedText(`${label} > ID`, id || text, ROW_ID_MAX),
		title: text,
		...optionalText('description', `${label} > Description`, description, ROW_DESCRIPTION_MAX),
	};
}
