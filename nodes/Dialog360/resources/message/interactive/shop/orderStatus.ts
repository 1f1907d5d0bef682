import { identifier } from '../../../../../shared/input/identifier';
import { choice } from '../../../../../shared/input/text';
import { optionalCustomerText } from '../../../../../shared/input/words/customerText';
import { textField } from '../../../../fields/common';
import { ORDER_DESCRIPTION_MAX } from '../../../../provider/limits';
import { bodyField } from '../../content/text';
import type { MessageType } from '../../messageType';
import { footerOption, interactive } from '../frame';

const STATUSES = ['canceled', 'completed', 'partially_shipped', 'pending', 'processing', 'shipped'] as const;

/**
 * How far an order is that was sent as order details
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders).
 */
export const orderStatus: MessageType = {
	option: {
		name: 'Order Status',
		value: 'order_status',
		description: 'The progress of an order; in Brazil, India and Singapore only',
	},
	fields: [
		bodyField,
		textField('Order Reference ID', 'orderReference', {
			required: true,
			placeholder: 'e.g. order-4711',
			description: 'The reference_id of the message with the order details',
		}),
		{
			displayName: 'Order Status',
			name: 'orderStatus',
			type: 'options',
			options: [
				{
					name: 'Canceled',
					value: 'canceled',
					description: 'Not possible if the order is paid or a payment is pending',
				},
				{ name: 'Completed', value: 'completed' },
				{ name: 'Partially Shipped', value: 'partially_shipped' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Processing', value: 'processing' },
				{ name: 'Shipped', value: 'shipped' },
			],
			default: 'processing',
		},
	],
	options: [
		footerOption,
		textField('Order Description', 'orderDescription', { description: 'The reason, up to 120 characters' }),
	],
	content(form) {
		const nextStep = 'Give the "reference_id" of the message with the order details.';
		const parameters = {
			reference_id: identifier('Order Reference ID', form.param('orderReference'), nextStep),
			order: {
				status: choice('Order Status', form.param('orderStatus'), STATUSES, { isOpen: true }),
				...optionalCustomerText(
					'description',
					'Order Description',
					form.options.orderDescription,
					ORDER_DESCRIPTION_MAX,
				),
			},
		};
		return interactive(form, 'order_status', { name: 'review_order', parameters }, { header: 'none' });
	},
};
