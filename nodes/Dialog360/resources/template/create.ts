import type { INodePropertyOptions } from 'n8n-workflow';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
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
	async run(call) {
		const body = createBody({
			name: call.param('templateName', ''),
			category: call.param('category', 'UTILITY'),
			language: call.param('language', ''),
			bodyText: call.param('bodyText', ''),
			options: call.param('options', {}),
		});
		const { name, language } = body;
		const answer = await change(call, { ...call.routed, url: NEWER, body }, { ...call.routed, url: OLDER, body });
		return toItems([{ name, language, ...answer }]);
	},
};
