import { defineOperation, toItems } from '../../../shared/door/operation';
import { mediaId } from '../../media/reference';

export const deleteMedia = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete media',
	description: 'Delete an uploaded file',
	repeatable: true,
	async run(item) {
		const id = mediaId('Media ID', item.param('mediaId', ''));
		await item.request({ method: 'DELETE', url: `/${id}` });
		return toItems([{ deleted: true, id }]);
	},
});
