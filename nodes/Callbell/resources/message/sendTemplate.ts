import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../../shared/json';
import type { ItemContext } from '../../../shared/door/itemContext';
import { requiredText } from '../../../shared/input/checks';
import { badField } from '../../../shared/failures/failure';
import { entryOf } from '../../provider/answers';
import { render, templateOf } from '../../templates/template';
import type { Template } from '../../templates/template';
import { checkedValues, readValues } from '../../templates/values';
import type { Content } from './messageBody';
import { sending } from './send';

export const sendTemplateOption: INodePropertyOptions = {
	name: 'Send Template',
	value: 'sendTemplate',
	action: 'Send template message',
	description: 'Send an approved template, also later than 24 hours after the customer wrote',
	routing: { request: { method: 'POST', url: '/messages/send' } },
};

export const sendTemplate = sending(async (item) => {
	if (!item.param('optinConfirmed', false)) {
		throw badField(
			'Opt-in Confirmed',
			'is not ticked',
			'Tick it when the customer has agreed to get such messages: WhatsApp demands it, and Callbell takes no template without it.',
		);
	}
	const template = await findTemplate(item);
	const given =
		item.param<string>('valuesFrom', 'form') === 'form'
			? formValues(item)
			: readValues(item.param('templateValues', '[]'), template);
	const { values, url } = checkedValues(template, given);
	return { content: templateContent(template, values, url), text: render(template, values) };
});

/** The template's definition says how many values it wants and what kind of message it makes; it is read once for all items. */
async function findTemplate(item: ItemContext): Promise<Template> {
	const uuid = requiredText(
		'Template',
		item.param('templateId', ''),
		"Choose a template from the list or give its UUID in 'Template'.",
	).trim();
	return await item.memory.once(`template ${uuid}`, async () => {
		const answer = await item.request(
			{ method: 'GET', url: `/templates/${encodeURIComponent(uuid)}` },
			{ isRead: true },
		);
		return { ...templateOf(entryOf(answer, 'template', 'templates')), uuid };
	});
}

/** The fields that grew out of the template; asked for as a whole, because n8n cannot read inside of an empty one. */
function formValues(item: ItemContext): IDataObject {
	return asObject(item.param<IDataObject>('templateFields', {}).value);
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
