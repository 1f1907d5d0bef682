import { defineOperation, toItems } from '../../../shared/door/operation';
import { simplifyField } from '../../../shared/input/listFields';
import { contactFields } from '../../fields/common';
import { chosenUuid, funnelLocator } from '../../fields/locators';
import { entryAbout } from '../../provider/answers';
import { requestEither } from '../../provider/eitherAddress';
import { contactPath, uuidIn } from '../contact/findContact';
import { contactOutput } from '../contact/simplify';

/**
 * Moves a contact to a funnel. Title and release notes have the first address, the examples the second
 * (https://docs.callbell.eu/api/reference/contacts_api/put_update_funnel).
 */
export const moveContact = defineOperation({
	name: 'Move Contact',
	value: 'moveContact',
	action: 'Move contact to funnel',
	description: 'Move a contact to a funnel; answers the contact',
	repeatable: true,
	fields: { whom: contactFields, what: [funnelLocator({ required: true }), simplifyField] },
	async run(item) {
		const body = { funnel_id: chosenUuid('Funnel', item.param('funnelId', '')) };
		const contact = await contactPath(item);
		const answer = await requestEither(
			item,
			{ method: 'PUT', url: `${contact}/conversation/update_funnel`, body },
			{ method: 'POST', url: `${contact}/messages/update_funnel`, body },
		);
		return toItems([contactOutput(item, entryAbout(answer, { uuid: uuidIn(contact) }, 'contact'))]);
	},
});
