import { CallbellApi } from '../../../credentials/CallbellApi.credentials';
import { Callbell } from '../../../nodes/Callbell/Callbell.node';
import { APPOINTMENT, byId, CallbellBench, CUSTOMER, locator, MAIN_CHANNEL, SALES, WON } from '../../Callbell/callbell';
import type { Subject } from '../subject';

const values = { 1: 'Ann', 2: 'Monday', 3: '#fail' };

const SAMPLES = {
	to: CUSTOMER,
	/** A contact can be made once. */
	identifier: '={{ "+49170123450" + $itemIndex }}',
	contactId: locator('phone', CUSTOMER),
	channelId: byId(MAIN_CHANNEL),
	teamId: byId(SALES),
	funnelId: byId(WON),
	templateId: byId(APPOINTMENT),
	templateFields: { mappingMode: 'defineBelow', value: values },
	templateValues: JSON.stringify(values),
	mediaUrl: 'https://example.com/a.mp3',
	text: 'Hi #fail',
	assignedUser: 'john.doe@email.com',
	tags: 'vip',
	'fields.customFields.field.name': 'Size',
	'fields.customFields.field.value': 'M',
	defaultCountryCode: '31',
	whenDeliveryFails: 'continue',
};

export const callbell: Subject = {
	folder: 'Callbell',
	provider: 'callbell',
	node: new Callbell(),
	credentialTypes: [new CallbellApi()],
	slow: ['deliveryTimeout', 'options.waitForDelivery', 'options.deliveryTimeout', 'options.whenDeliveryFails'],
	needs: () => ['fields.note', 'fields.botStatus'],
	leftOut: ({ resource, operation }) =>
		resource === 'contact' && ['update', 'upsert'].includes(operation)
			? [['fields.unassign'], ['fields.assignedUser']]
			: undefined,
	async start() {
		const bench = await CallbellBench.start();
		return {
			sandbox: bench.sandbox,
			credentials: { callbellApi: bench.credential() },
			async prepare() {
				await bench.settings({ sendingMs: 300 });
				const { items } = await bench.run('message.send', { to: CUSTOMER, text: 'Hello!' });
				return { samples: { ...SAMPLES, messageId: items[0]!.json.messageId } };
			},
		};
	},
};
