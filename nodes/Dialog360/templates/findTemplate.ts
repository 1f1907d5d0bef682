import type { ItemContext } from '../../shared/door/itemContext';
import { clip } from '../../shared/failures/clip';
import { badField } from '../../shared/failures/failure';
import { requiredText } from '../../shared/input/text';
import { isSameWord } from './definition';
import type { Template, TemplateChoice } from './definition';
import { allTemplates } from './templatePages';

const LABEL = 'Template';

/**
 * The chosen template.
 *
 * @throws Failure when there is none of this name and language, or when the language is missing and there are several
 */
export async function findTemplate(item: ItemContext, choice: TemplateChoice): Promise<Template> {
	requiredText(
		LABEL,
		choice.name,
		'Choose a template from the list, or give its name and language, e.g. order_update:en_US.',
	);
	const ofName = (await templatesOf(item)).filter(({ name }) => name === choice.name);
	if (ofName.length === 0) {
		throw badField(
			LABEL,
			`names "${clip(choice.name)}", and the number has no such template`,
			'Choose one from the list. A new template is there once it was submitted.',
		);
	}
	const languages = ofName.map(({ language }) => language).join(', ');
	const found = choice.language ? ofName.filter(({ language }) => isSameWord(language, choice.language)) : ofName;
	if (found.length === 1) return found[0]!;
	throw found.length === 0
		? badField(
				LABEL,
				`names "${clip(choice.name)}" in "${clip(String(choice.language))}", and it exists in ${languages}`,
				'Choose one of these languages, or add the translation in the WhatsApp Manager.',
			)
		: badField(
				LABEL,
				`names "${clip(choice.name)}" without a language, and it exists in ${languages}`,
				`Add the language after a colon, e.g. ${choice.name}:${found[0]!.language}.`,
			);
}

/** All templates of the number; read once for all items of a run. */
async function templatesOf(item: ItemContext): Promise<Template[]> {
	return await item.memory.once('templates', async () => {
		return await allTemplates(async (url, qs) => await item.ask({ method: 'GET', url, qs }, { isRead: true }));
	});
}
