import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../shared/json';
import { isGood } from '../../shared/transport/answer';
import type { HttpAnswer } from '../../shared/transport/answer';
import { answerFailure, unexpectedAnswer } from '../../shared/transport/httpFailure';
import { pages } from '../../shared/transport/pages';
import type { Page } from '../../shared/transport/pages';
import { readErrorBody } from '../provider/errors';
import { cursorAfter, PER_PAGE } from '../provider/pages';
import { dialog360 } from '../provider/provider';
import type { Template } from './definition';

/** Templates live at two addresses; see {@link templatePages}. */
export const NEWER = '/message_templates';
export const OLDER = '/v1/configs/templates';

/** Sends a request and answers whatever 360dialog said. */
type Get = (url: string, qs: IDataObject) => Promise<HttpAnswer>;

/** Where a page begins, as a query. */
type Start = { after: string } | { offset: number };

/**
 * All templates, page by page. 360dialog has two lists: a newer one as at Meta (`{ data, paging }`), and where that is
 * not found or blocked an older one (`{ waba_templates, total }`).
 *
 * @throws Failure when neither is answered
 */
export function templatePages(get: Get): AsyncGenerator<IDataObject[]> {
	let isOlder = false;
	return pages<Start>(async (start) => {
		if (!isOlder) {
			const answer = await get(NEWER, { limit: PER_PAGE, ...start });
			if (!isUnknownPath(answer)) return newerPage(answer);
			isOlder = true;
		}
		const offset = start && 'offset' in start ? start.offset : 0;
		return olderPage(await get(OLDER, { limit: PER_PAGE, offset }), offset);
	});
}

/** The whole list. */
export async function allTemplates(get: Get): Promise<Template[]> {
	const templates: Template[] = [];
	for await (const page of templatePages(get)) templates.push(...(page as Template[]));
	return templates;
}

/**
 * Whether 360dialog does not have what was asked for at this address, or has blocked the address for the number, which
 * its gateway says in words alone (https://docs.360dialog.com/docs/support/api-error-message-list).
 */
export function isUnknownPath({ statusCode, body }: HttpAnswer): boolean {
	if (statusCode === 404 || statusCode === 405) return true;
	const { code, text } = readErrorBody(body);
	return (statusCode === 403 || statusCode === 400) && code === null && /\bis blocked\b/i.test(text);
}

function newerPage(answer: HttpAnswer): Page<Start> {
	const entries = entriesOf(answer);
	const after = cursorAfter(asObject(answer.body), entries.length >= PER_PAGE);
	return { entries, next: after === null ? null : { after } };
}

function olderPage(answer: HttpAnswer, offset: number): Page<Start> {
	const entries = entriesOf(answer);
	const end = offset + entries.length;
	return { entries, next: entries.length > 0 && end < Number(asObject(answer.body).total) ? { offset: end } : null };
}

function entriesOf(answer: HttpAnswer): Template[] {
	if (!isGood(answer)) throw answerFailure(dialog360, answer);
	const { data, waba_templates: older } = asObject(answer.body);
	const entries = data ?? older;
	if (!Array.isArray(entries)) throw unexpectedAnswer(dialog360, answer, 'the list of templates');
	return entries as Template[];
}
