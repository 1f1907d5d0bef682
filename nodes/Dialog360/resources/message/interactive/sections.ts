import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { SECTIONS_MAX } from '../../../provider/limits';

/**
 * The sections of a list or a product list, as the form has them: `{ section: [{ title, … }] }`.
 *
 * @throws Failure when there is none, or more than WhatsApp takes
 */
export function sectionsOf(collection: unknown): IDataObject[] {
	const { section = [] } = (collection ?? {}) as { section?: IDataObject[] };
	if (section.length === 0) throw badField('Sections', 'is empty', "Add a section in 'Sections'.");
	if (section.length > SECTIONS_MAX) {
		throw badField(
			'Sections',
			`holds ${section.length} sections; a message takes ${SECTIONS_MAX}`,
			'Put some of them together.',
		);
	}
	return section;
}
