import { PartooApi } from '../../../credentials/PartooApi.credentials';
import { Partoo } from '../../../nodes/Partoo/Partoo.node';
import { binaryItem } from '../../engine';
import { byId, FACEBOOK, PartooBench } from '../../Partoo/partoo';
import type { Subject } from '../subject';

export const partoo: Subject = {
	folder: 'Partoo',
	provider: 'partoo',
	node: new Partoo(),
	credentialTypes: [new PartooApi()],
	alternatives: [[['filters.unassigned'], ['filters.assignedUserId']]],
	slow: ['options.waitForDelivery', 'options.deliveryTimeout', 'options.whenDeliveryFails'],
	async start() {
		const bench = await PartooBench.start();
		return {
			sandbox: bench.sandbox,
			credentials: { partooApi: bench.credential() },
			async prepare() {
				const failed = await bench.sandbox.addMessage({
					conversationId: Number(FACEBOOK),
					text: 'Hi #fail-always',
					status: 'Failed',
				});
				return {
					samples: {
						conversationId: byId(FACEBOOK),
						businessId: byId('5409c35a97bbc544d8e26737'),
						userId: byId('62d80fae74e8b11d700302b8'),
						'filters.assignedUserId': byId('62d80fae74e8b11d700302b8'),
						messageId: failed.id,
						mediaUrl: 'https://example.com/a.png',
						text: 'Hi #fail',
						consumerImage: 'https://example.com/a.png',
						'options.whenDeliveryFails': 'continue',
						'options.deliveryTimeout': 10,
					},
					items: [await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data: Buffer.from('PNG') })],
				};
			},
		};
	},
};
