import type { INodePropertyOptions } from 'n8n-workflow';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { templateChoice } from '../../templates/definition';
import { findTemplate } from '../../templates/find';

export const getOption: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get template',
	description: 'Get a template in one of its languages',
	routing: { request: { method: 'GET' } },
};

/** 360dialog has no call for one template: it is looked up in the list, which is read once for all items. */
export const get: Operation = {
	kind: 'read',
	async run(call) {
		return toItems([{ ...(await findTemplate(call, templateChoice(call.param('template', '')))) }]);
	},
};
