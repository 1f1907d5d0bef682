import type { INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { afterSendingFields } from '../../../shared/delivery/waitFields';
import { defineOperation } from '../../../shared/door/operation';
import { badField } from '../../../shared/failures/failure';
import { collection } from '../../../shared/input/collection';
import { choice } from '../../../shared/input/text';
import { formValues } from '../../../shared/input/templates/templateForm';
import { toggle } from '../../../shared/input/toggle';
import { ownChannelField, templateField } from '../../fields/common';
import { chosenUuid } from '../../fields/locators';
import { fromField, recipientField } from '../../fields/recipient';
import { callbell } from '../../provider/provider';
import { render, templateIn } from '../../templates/template';
import type { Template } from '../../templates/template';
import { valueFields } from '../../templates/valueFields';
import { checkedValues, knownValues, readValues } from '../../templates/values';
import type { Content } from './messageBody';
import { sendOptions } from './options';
import { sendContent } from './sendContent';

const optinField: INodeProperties = {
	displayName: 'Opt-in Confirmed',
	name: 'optinConfirmed',
	type: 'boolean',
	required: true,
	default: false,
	description:
		'Whether the customer has agreed to get such messages from you. WhatsApp requires this for templates and may block senders without it, so Callbell sends none that is not confirmed.',
};

export const sendTemplate = defineOperation({
	name: 'Send Template',
	value: 'sendTemplate',
	action: 'Send template message',
	description:
		'Send an approved template, even more than 24 hours after the customer last wrote; answers its message ID and status',
	request: { method: 'POST', url: '/messages/send' },
	repeatable: false,
	fields: {
		decides: [fromField],
		whom: [ownChannelField, recipientField, templateField],
		what: [optinField, ...valueFields, ...afterSendingFields(callbell)],
		options: [sendOptions],
	},
	async run(item) {
		return await sendContent(item, async () => {
			checkOptin(item);
			const template = await findTemplate(item);
			const isJson = choice('Values', item.param('valuesFrom', null), ['form', 'values']) === 'values';
			const given = isJson
				? readValues(item.param('templateValues', '[]'), template)
				: knownValues(formValues(item.param('templateFields', {})), template);
			const { values, url } = checkedValues(template, given, {
				isCustom: item.isCustom,
				isJson,
				flattens: toggle('Flatten Line Breaks', collection(item, 'Options', 'options').flattenLineBreaks),
			});
			return { content: templateContent(template, values, url), rendered: render(template, values) };
		});
	},
});

function checkOptin(item: ItemContext): void {
	if (toggle('Opt-in Confirmed', item.param('optinConfirmed', false))) return;
	throw badField(
		'Opt-in Confirmed',
		'is not switched on',
		'Switch it on when the customer has agreed to get such messages: WhatsApp demands it, and Callbell takes no template without it.',
	);
}

/**
 * The template's definition says how many values it wants and what kind of message it makes; it is read once for all
 * items.
 */
async function findTemplate(item: ItemContext): Promise<Template> {
	const uuid = chosenUuid('Template', item.param('templateId', ''));
	return await item.memory.once(`template ${uuid}`, async () => {
		const url = `/templates/${encodeURIComponent(uuid)}`;
		return { ...templateIn(await item.request({ method: 'GET', url }, { isRead: true })), uuid };
	});
}

/**
 * One value goes into the text of the content, several into a list beside it, which counts then. The text is never left
 * out, as it is not in any example of https://docs.callbell.eu/api/reference/messages_api/post_send_messages.
 */
function templateContent({ uuid, kind, text }: Template, values: string[], url?: string): Content {
	return {
		type: kind,
		content: { text: values[0] ?? text, ...(url !== undefined && { url }) },
		...(values.length > 1 && { template_values: values }),
		template_uuid: uuid,
		optin_contact: true,
	};
}
