import type { INodePropertyOptions } from 'n8n-workflow';
import { requiredText } from '../../../shared/checks';
import { answerFailure } from '../../../shared/explain';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { isGood } from '../../../shared/send';
import { contactPath } from '../../contacts';
import { entryOf } from '../../envelopes';
import { contactOutput } from '../contact/simplify';

export const moveContactOption: INodePropertyOptions = {
	name: 'Move Contact',
	value: 'moveContact',
	action: 'Move contact to funnel',
	description: 'Move a contact to a funnel',
	routing: { request: { method: 'PUT' } },
};

/**
 * Moves a contact to a funnel. Title and release notes have the first address, the examples the second, which is tried
 * when the first leads nowhere (https://docs.callbell.eu/api/reference/contacts_api/put_update_funnel).
 */
export const moveContact: Operation = {
	kind: 'keyed',
	async run(call) {
		const funnel = requiredText(
			'Funnel',
			call.param('funnelId', ''),
			"Choose one from the list or give its UUID in 'Funnel'.",
		).trim();
		const contact = await contactPath(call);
		const body = { funnel_id: funnel };
		const first = await call.ask({ ...call.routed, url: `${contact}/conversation/update_funnel`, body });
		if (!isGood(first) && first.statusCode !== 404) throw answerFailure(call.provider, first);
		const answer = isGood(first)
			? first
			: await call.request({ ...call.routed, method: 'POST', url: `${contact}/messages/update_funnel`, body });
		return toItems([contactOutput(call, entryOf(answer, 'contact'))]);
	},
};
