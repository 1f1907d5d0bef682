import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { choiceValue, isSameWord } from '../templates/definition';
import type { Template } from '../templates/definition';
import { INDUSTRIES } from '../fields/industries';
import { templateLanguages } from '../fields/templateLanguages';
import { templatesForEditor } from './templatesForEditor';

/**
 * The templates whose name, language, status or category holds the search text. To be sent they must be approved, so
 * others come up only when their status is searched for.
 */
export async function searchTemplates(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const words = filter.trim().toLowerCase();
	const isSend = this.getCurrentNodeParameter('operation') === 'sendTemplate';
	const isOffered = (template: Template) =>
		!isSend ||
		isSameWord(template.status, 'approved') ||
		(words !== '' && template.status.toLowerCase().startsWith(words));
	const found = (await templatesForEditor(this)).filter(
		(template) => isOffered(template) && `${nameOf(template)} ${template.status}`.toLowerCase().includes(words),
	);
	return { results: found.map((template) => ({ name: nameOf(template), value: choiceValue(template) })) };
}

/** The languages of WhatsApp's templates whose name or code holds the search text. */
export async function searchLanguages(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	return await Promise.resolve(foundIn(templateLanguages(), filter.replace('-', '_')));
}

/** The industries of WhatsApp's profiles whose name or code holds the search text. */
export async function searchIndustries(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	return await Promise.resolve(foundIn(INDUSTRIES, filter));
}

function foundIn(list: Array<{ name: string; code: string }>, filter: string): INodeListSearchResult {
	const words = filter.trim().toLowerCase();
	const results = list.map(({ name, code }) => ({ name: `${name} – ${code}`, value: code }));
	return { results: results.filter(({ name }) => name.toLowerCase().includes(words)) };
}

function nameOf({ name, language, status, category }: Template): string {
	const words = [category, !isSameWord(status, 'approved') && status].filter(Boolean);
	return [`${name} (${language})`, words.map((word) => String(word).toLowerCase()).join(', ')]
		.filter(Boolean)
		.join(' – ');
}
