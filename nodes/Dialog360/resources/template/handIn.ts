import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { NEWER, OLDER, templatePages } from '../../templates/templatePages';
import { changeTemplate } from './changeTemplate';

/**
 * Hands a template in for approval, at the newer address and where there is none at the older one.
 *
 * @param body `{ name, category, language, components }`
 * @throws Failure when 360dialog refuses it
 */
export async function handIn(item: ItemContext, body: IDataObject): Promise<IDataObject> {
	const { name, language } = body;
	const answer = await changeTemplate(
		item,
		{ method: 'POST', url: NEWER, body },
		{ method: 'POST', url: OLDER, body },
		async () => await findMade(item, body),
	);
	return { name, language, ...answer };
}

/** The template as it was handed in; another one of the same name and language was there before. */
async function findMade(item: ItemContext, body: IDataObject): Promise<IDataObject | undefined> {
	const list = templatePages(async (url, qs) => await item.ask({ method: 'GET', url, qs }, { isRead: true }));
	for await (const templates of list) {
		const made = templates.find(({ name, language }) => name === body.name && language === body.language);
		if (made) return isSameText(made, body) ? made : undefined;
	}
	return undefined;
}

/** What WhatsApp writes itself is the same. */
function isSameText(made: IDataObject, body: IDataObject): boolean {
	const text = bodyTextOf(body);
	return text === undefined || bodyTextOf(made) === text;
}

function bodyTextOf({ components }: IDataObject): unknown {
	const all = Array.isArray(components) ? (components as IDataObject[]) : [];
	return all.find(({ type }) => String(type).toUpperCase() === 'BODY')?.text;
}
