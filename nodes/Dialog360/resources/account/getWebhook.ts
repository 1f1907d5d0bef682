import type { IDataObject } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { asObject } from '../../../shared/json';

/** A number without a webhook of its own is answered with 404; here its address is null then. */
export const getWebhook = defineOperation({
	value: 'getWebhook',
	name: 'Get Webhook',
	action: 'Get account webhook',
	description: "Get the URL to which 360dialog sends the number's events; header values are hidden",
	request: { method: 'GET', url: '/v1/configs/webhook' },
	repeatable: true,
	async run(item) {
		const answer = await item.ask();
		if (answer.statusCode === 404) return toItems([{ url: null, headers: {} }]);
		const failure = item.failureOf(answer);
		if (failure) throw failure;
		const webhook = asObject(answer.body);
		return toItems([{ ...webhook, headers: hidden(asObject(webhook.headers)) }]);
	},
});

/** The values are secrets by which receivers know 360dialog; they have no place in the data of an execution. */
function hidden(headers: IDataObject): IDataObject {
	return Object.fromEntries(Object.keys(headers).map((name) => [name, '***']));
}
