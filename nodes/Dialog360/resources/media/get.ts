import { defineOperation, toItems } from '../../../shared/door/operation';
import { mediaDetails } from '../../media/details';
import { mediaId } from '../../media/reference';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get media',
	description: 'Get kind, size and checksum of a file',
	repeatable: true,
	async run(item) {
		const id = mediaId('Media ID', item.param('mediaId', ''));
		return toItems([{ ...(await mediaDetails(item, id)) }]);
	},
});
