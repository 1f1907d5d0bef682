import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../shared/json';
import type { HttpAnswer } from '../../shared/transport/answer';
import { unexpectedAnswer } from '../../shared/transport/httpFailure';
import { checkSame } from '../../shared/transport/answers/sameThing';
import { callbell } from './provider';

/**
 * The object that an answer holds under a name. Callbell's documents print some as an object, others as a list of one,
 * and a renamed template under `templates` (https://docs.callbell.eu/api/reference/contacts_api/get_contact).
 *
 * @throws Failure when there is none
 */
export function entryOf(answer: HttpAnswer, ...names: string[]): IDataObject {
	const body = asObject(answer.body);
	for (const name of names) {
		const found = asObject(Array.isArray(body[name]) ? body[name][0] : body[name]);
		if (Object.keys(found).length > 0) return found;
	}
	throw unexpectedAnswer(callbell, answer, `the ${names[0]}`);
}

/**
 * Like {@link entryOf}, for what has to be the one that was asked for.
 *
 * @param asked IDs by the names of its fields
 * @throws Failure when it is another one, too
 */
export function entryAbout(answer: HttpAnswer, asked: Record<string, string>, ...names: string[]): IDataObject {
	const entry = entryOf(answer, ...names);
	checkSame(callbell, entry, asked);
	return entry;
}

/** The list that an answer holds under a name. */
export function listOf(answer: HttpAnswer, name: string): IDataObject[] {
	const list = asObject(answer.body)[name];
	if (!Array.isArray(list)) throw unexpectedAnswer(callbell, answer, `the list "${name}"`);
	return list as IDataObject[];
}
