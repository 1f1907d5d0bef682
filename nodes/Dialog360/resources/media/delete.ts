import { defineOperation, toItems } from '../../../shared/door/operation';
import { unlessLost } from '../../media/unlessLost';
import { mediaIdField, mediaIdOf } from './mediaFields';

export const deleteMedia = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete media',
	description: 'Delete an uploaded file by its media ID; answers that it is deleted',
	repeatable: true,
	expects: { success: true },
	fields: { whom: [mediaIdField] },
	async run(item) {
		const id = mediaIdOf(item);
		await unlessLost(item.account, id, async () => await item.request({ method: 'DELETE', url: `/${id}` }));
		return toItems([{ deleted: true, id }]);
	},
});
