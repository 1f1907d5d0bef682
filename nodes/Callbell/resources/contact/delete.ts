import type { INodePropertyOptions } from 'n8n-workflow';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { contactPath } from '../../contacts';

export const deleteOption: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact',
	description: 'Delete a contact for good, with its messages',
	routing: { request: { method: 'DELETE' } },
};

export const deleteContact: Operation = {
	kind: 'keyed',
	async run(call) {
		await call.request({ ...call.routed, url: await contactPath(call) });
		return toItems([{ deleted: true }]);
	},
};
