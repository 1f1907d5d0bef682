import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import type { RequestSpec } from '../../../shared/door/request';
import { asObject } from '../../../shared/json';
import { isGood } from '../../../shared/transport/answer';
import { answerFailure } from '../../../shared/transport/httpFailure';
import { isUnknownPath } from '../../templates/templatePages';

/**
 * Sends a change to the newer address of templates, and where that is not found to the older one: what was not found
 * was not carried out.
 *
 * @throws Failure when 360dialog refuses it
 */
export async function changeTemplate(item: ItemContext, newer: RequestSpec, older: RequestSpec): Promise<IDataObject> {
	const first = await item.ask(newer);
	const answer = isUnknownPath(first) ? await item.ask(older) : first;
	if (!isGood(answer)) throw answerFailure(item.provider, answer);
	return asObject(answer.body);
}
