import { limitedLine, optionalLine } from '../../../fields/lines';
import type { INodeProperties } from 'n8n-workflow';
import { entriesField, entriesOf } from '../../../fields/entries';
import { SECTION_TITLE_MAX, SECTIONS_MAX } from '../../../provider/limits';
import type { Form } from '../itemForm';
import { sectionTitleField } from './entryFields';

/** A section as the form has it. */
interface Section {
	/** `{ title }`, or nothing. */
	title: { title?: string };
	/** What it is called in sentences. */
	label: string;
	/** Title and content. */
	entry: Record<string, unknown>;
}

/** The field for the sections of a list or a product list; a section has a title and this content. */
export function sectionsField(name: string, content: INodeProperties, description: string): INodeProperties {
	return entriesField('Sections', name, 'Section', [sectionTitleField, content], { required: true, description });
}

/**
 * What the user filled in there. WhatsApp wants titles as soon as there are several sections.
 *
 * @throws Failure when there is none, or more than WhatsApp takes, or when a title is missing or too long
 */
export function sectionsOf(form: Form, name: string): Section[] {
	const given = form.param(name, {});
	const sections = entriesOf('Sections', 'section', given, SECTIONS_MAX, 'Put some of them together.');
	return sections.map((entry, index) => {
		const label = `Sections > ${index + 1}`;
		const titleLabel = `${label} > Title`;
		const title =
			sections.length > 1
				? { title: limitedLine(titleLabel, entry.title, SECTION_TITLE_MAX) }
				: optionalLine('title', titleLabel, entry.title, SECTION_TITLE_MAX);
		return { title, label, entry };
	});
}
