import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import type { RequestSpec } from '../../../shared/door/request';
import { asObject } from '../../../shared/json';
import { isUnknownPath } from '../../templates/templatePages';

/**
 * Sends a change to the newer address of templates, and where that is not found to the older one: what was not found
 * was not carried out. A repeated delete that finds nothing at either was carried out before.
 *
 * @param findMade finds what a try made whose answer was lost, for changes that cannot be made twice
 * @throws Failure when 360dialog refuses it
 */
export async function changeTemplate(
	item: ItemContext,
	newer: RequestSpec,
	older: RequestSpec,
	findMade?: () => Promise<IDataObject | undefined>,
): Promise<IDataObject> {
	const first = await item.ask(newer);
	const answer = isUnknownPath(first) ? await item.ask(older) : first;
	const failure = item.failureOf(answer);
	if (!failure || (first.isGone && isUnknownPath(answer))) return asObject(answer.body);
	const made = answer.isAfterDoubt && failure.outcome === 'refused' ? await findMade?.() : undefined;
	if (!made) throw failure;
	return made;
}
