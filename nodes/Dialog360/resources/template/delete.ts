import type { INodePropertyOptions } from 'n8n-workflow';
import { requiredText } from '../../../shared/checks';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { templateChoice } from '../../templates/definition';
import { NEWER, OLDER } from '../../templates/list';
import { change } from './change';

export const deleteOption: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete template',
	description: 'Delete a template in all its languages. Its name cannot be used again for 30 days.',
	routing: { request: { method: 'DELETE' } },
};

export const deleteTemplate: Operation = {
	kind: 'keyed',
	async run(call) {
		const { name } = templateChoice(call.param('template', ''));
		requiredText('Template', name, 'Choose a template from the list, or give its name.');
		await change(
			call,
			{ ...call.routed, url: NEWER, qs: { name } },
			{ ...call.routed, url: `${OLDER}/${encodeURIComponent(name)}` },
		);
		return toItems([{ deleted: true, name }]);
	},
};
