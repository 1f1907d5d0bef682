import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { toItems } from '../../../shared/door/operation';

/** Answers what 360dialog answers; a profile comes in a list of one. */
export async function itemsOfAnswer(item: ItemContext): Promise<INodeExecutionData[]> {
	const { data, ...answer } = await item.json();
	return toItems(Array.isArray(data) ? (data as IDataObject[]) : [data === undefined ? answer : { ...answer, data }]);
}
