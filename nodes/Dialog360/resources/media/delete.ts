import { defineOperation, toItems } from '../../../shared/door/operation';
import { mediaIdField, mediaIdOf } from './mediaFields';

export const deleteMedia = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete media',
	description: 'Delete an uploaded file',
	repeatable: true,
	expects: { success: true },
	fields: { whom: [mediaIdField] },
	async run(item) {
		const id = mediaIdOf(item);
		await item.request({ method: 'DELETE', url: `/${id}` });
		return toItems([{ deleted: true, id }]);
	},
});
