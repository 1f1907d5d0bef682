import { defineOperation, toItems } from '../../../shared/door/operation';
import { NEWER, OLDER } from '../../templates/list';
import { change } from './change';
import { createBody } from './createBody';

export const createOption: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create template',
	description: 'Hand a template in for approval',
	routing: { request: { method: 'POST' } },
};

export const create: Operation = {
	// A second template of the same name and language is refused.
	kind: 'keyed',
	async run(item) {
		const body = createBody({
			name: item.param('templateName', ''),
			category: item.param('category', 'UTILITY'),
			language: item.param('language', ''),
			bodyText: item.param('bodyText', ''),
			options: item.param('options', {}),
		});
		const { name, language } = body;
		const answer = await change(item, { ...item.routed, url: NEWER, body }, { ...item.routed, url: OLDER, body });
		return toItems([{ name, language, ...answer }]);
	},
};
