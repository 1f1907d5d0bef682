import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { asObject } from '../../../shared/call';
import { answerFailure } from '../../../shared/explain';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { isGood } from '../../../shared/send';

export const getWebhookOption: INodePropertyOptions = {
	name: 'Get Webhook',
	value: 'getWebhook',
	action: 'Get account webhook',
	description: 'Get the address to which 360dialog sends the events of the number; values of headers are hidden',
	routing: { request: { method: 'GET', url: '/v1/configs/webhook' } },
};

/** A number without a webhook of its own is answered with 404; here its address is null then. */
export const getWebhook: Operation = {
	kind: 'read',
	async run(call) {
		const answer = await call.ask();
		if (answer.statusCode === 404) return toItems([{ url: null, headers: {} }]);
		if (!isGood(answer)) throw answerFailure(call.provider, answer);
		const webhook = asObject(answer.body);
		return toItems([{ ...webhook, headers: hidden(asObject(webhook.headers)) }]);
	},
};

/** The values are secrets by which receivers know 360dialog; they have no place in the data of an execution. */
function hidden(headers: IDataObject): IDataObject {
	return Object.fromEntries(Object.keys(headers).map((name) => [name, '***']));
}
