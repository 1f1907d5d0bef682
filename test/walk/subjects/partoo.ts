import { PartooApi } from '../../../credentials/PartooApi.credentials';
import { Partoo } from '../../../nodes/Partoo/Partoo.node';
import { binaryItem } from '../../engine';
import { byId, FACEBOOK, PartooBench } from '../../Partoo/partoo';
import type { Subject } from '../subject';

const COLLEAGUE = byId('62d80fae74e8b11d700302b8');

const SAMPLES = {
	conversationId: byId(FACEBOOK),
	businessId: byId('5409c35a97bbc544d8e26737'),
	userId: COLLEAGUE,
	assignedUserId: COLLEAGUE,
	channelId: 'shop-chat',
	externalMessageId: '=m{{ $itemIndex }}',
	mediaUrl: 'https://example.com/a.png',
	text: 'Hi #fail',
	consumerImage: 'https://example.com/a.png',
	whenDeliveryFails: 'continue',
};

export const partoo: Subject = {
	folder: 'Partoo',
	provider: 'partoo',
	node: new Partoo(),
	credentialTypes: [new PartooApi()],
	slow: ['deliveryTimeout', 'options.waitForDelivery', 'options.deliveryTimeout', 'options.whenDeliveryFails'],
	async start() {
		const bench = await PartooBench.start();
		const { sandbox } = bench;
		return {
			sandbox,
			credentials: { partooApi: bench.credential() },
			async prepare({ operation }) {
				// A retry is believed to have failed again only when it was seen on its way.
				await sandbox.settings({ sendingMs: operation === 'retry' ? 2_500 : 300 });
				const failed = await sandbox.addMessage({
					conversationId: Number(FACEBOOK),
					text: 'Hi #fail-always',
					status: 'Failed',
				});
				return {
					samples: { ...SAMPLES, messageId: failed.id },
					items: [
						await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data: Buffer.from('\x89PNG', 'latin1') }),
					],
				};
			},
		};
	},
};
