import { defineOperation, toItems } from '../../../shared/door/operation';
import { mediaDetails } from '../../media/mediaDetails';
import { mediaIdField, mediaIdOf } from './mediaFields';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get media',
	description: 'Get the type, size and checksum of a file',
	repeatable: true,
	expects: 'id',
	fields: { whom: [mediaIdField] },
	async run(item) {
		return toItems([{ ...(await mediaDetails(item, mediaIdOf(item))) }]);
	},
});
