import { CallbellApi } from '../../../credentials/CallbellApi.credentials';
import { Callbell } from '../../../nodes/Callbell/Callbell.node';
import { APPOINTMENT, byId, CallbellBench, CUSTOMER, locator, MAIN_CHANNEL, SALES, WON } from '../../Callbell/callbell';
import type { Subject } from '../subject';

export const callbell: Subject = {
	folder: 'Callbell',
	provider: 'callbell',
	node: new Callbell(),
	credentialTypes: [new CallbellApi()],
	alternatives: [[['fields.unassign'], ['fields.assignedUser']]],
	slow: ['options.waitForDelivery', 'options.deliveryTimeout', 'options.whenDeliveryFails'],
	async start() {
		const bench = await CallbellBench.start();
		return {
			sandbox: bench.sandbox,
			credentials: { callbellApi: bench.credential() },
			async prepare({ operation }) {
				const sent = ['getStatus', 'delete'].includes(operation)
					? await bench.run('message.send', { to: CUSTOMER, text: 'Hello!' })
					: undefined;
				const values = { 1: 'Ann', 2: 'Monday', 3: '#fail' };
				return {
					samples: {
						to: CUSTOMER,
						identifier: '+491701234567',
						contactId: locator('phone', CUSTOMER),
						channelId: byId(MAIN_CHANNEL),
						teamId: byId(SALES),
						funnelId: byId(WON),
						templateId: byId(APPOINTMENT),
						templateFields: { mappingMode: 'defineBelow', value: values },
						templateValues: JSON.stringify(values),
						messageId: sent?.items[0]?.json.messageId,
						mediaUrl: 'https://example.com/a.mp3',
						text: 'Hi #fail',
						assignedUser: 'john.doe@email.com',
						tags: 'vip',
						'options.defaultCountryCode': '31',
						'options.whenDeliveryFails': 'continue',
					},
				};
			},
		};
	},
};
