import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { toItems } from '../../../shared/door/operation';

/**
 * Answers what 360dialog answers; a profile comes in a list of one.
 *
 * @param fields that are asked for, with commas between them
 */
export async function itemsOfAnswer(item: ItemContext, fields: string): Promise<INodeExecutionData[]> {
	const { data, ...answer } = await item.json({ ...item.routed, qs: { fields } });
	return toItems(Array.isArray(data) ? (data as IDataObject[]) : [data === undefined ? answer : { ...answer, data }]);
}
