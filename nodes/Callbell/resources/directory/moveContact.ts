import { isGood } from '../../../shared/transport/answer';
import { requiredText } from '../../../shared/input/checks';
import { answerFailure } from '../../../shared/transport/httpFailure';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { contactPath } from '../contact/findContact';
import { entryOf } from '../../provider/answers';
import { contactOutput } from '../contact/simplify';

/**
 * Moves a contact to a funnel. Title and release notes have the first address, the examples the second, which is tried
 * when the first leads nowhere (https://docs.callbell.eu/api/reference/contacts_api/put_update_funnel).
 */
export const moveContact = defineOperation({
	name: 'Move Contact',
	value: 'moveContact',
	action: 'Move contact to funnel',
	description: 'Move a contact to a funnel',
	repeatable: true,
	async run(item) {
		const funnel = requiredText(
			'Funnel',
			item.param('funnelId', ''),
			"Choose one from the list or give its UUID in 'Funnel'.",
		).trim();
		const contact = await contactPath(item);
		const body = { funnel_id: funnel };
		const first = await item.ask({ method: 'PUT', url: `${contact}/conversation/update_funnel`, body });
		if (!isGood(first) && first.statusCode !== 404) throw answerFailure(item.provider, first);
		const answer = isGood(first)
			? first
			: await item.request({ method: 'PUT', method: 'POST', url: `${contact}/messages/update_funnel`, body });
		return toItems([contactOutput(item, entryOf(answer, 'contact'))]);
	},
});
