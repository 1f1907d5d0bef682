import { Dialog360Api } from '../../../credentials/Dialog360Api.credentials';
import { Dialog360 } from '../../../nodes/Dialog360/Dialog360.node';
import { binaryItem } from '../../engine';
import { byId, byUrl, CUSTOMER, Dialog360Bench } from '../../Dialog360/dialog360';
import type { Panel } from '../panels';
import type { Subject } from '../subject';

const HEADERS = ['Text', 'Image', 'Video', 'Document'].map((kind) => `options.header${kind}`);

const TEXT = { type: 'text', text: { body: 'Hello' } };
const INTERACTIVE = {
	type: 'button',
	body: { text: 'Hello' },
	action: { buttons: [{ type: 'reply', reply: { id: '1', title: 'Yes' } }] },
};

const SAMPLES = {
	to: CUSTOMER,
	users: CUSTOMER,
	template: byId('hello_world:en_US'),
	templateFields: { mappingMode: 'defineBelow', value: {} },
	components: '[]',
	media: byUrl('https://example.com/a.png'),
	headerImage: byUrl('https://example.com/a.png'),
	headerVideo: byUrl('https://example.com/a.mp4'),
	headerDocument: byUrl('https://example.com/a.pdf'),
	flow: byId('123'),
	url: 'https://example.com',
	defaultCountryCode: '49',
	language: 'en_US',
	birthday: '2000-01-31',
	templateComponents: '[]',
	templateHeader: 'Order {{1}}',
};

export const dialog360: Subject = {
	folder: 'Dialog360',
	provider: 'dialog360',
	node: new Dialog360(),
	credentialTypes: [new Dialog360Api()],
	slow: [],
	leftOut: (panel) =>
		hasAnyHeader(panel) ? HEADERS.map((one) => HEADERS.filter((other) => other !== one)) : undefined,
	async start() {
		const bench = await Dialog360Bench.start();
		return {
			sandbox: bench.sandbox,
			credentials: { dialog360Api: bench.credential() },
			async prepare({ operation }) {
				const message = await bench.sandbox.control<{ id: string }>('POST', 'dialog360/messages', {
					from: CUSTOMER,
					text: 'Hello?',
				});
				const json = operation === 'send' ? TEXT : INTERACTIVE;
				return {
					samples: {
						...SAMPLES,
						json: JSON.stringify(json),
						mediaId: await bench.uploadedFile(),
						messageId: message.id,
					},
					items: [await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data: Buffer.from('PNG') })],
				};
			},
		};
	},
};

function hasAnyHeader({ operation, messageType }: Panel): boolean {
	return operation === 'sendInteractive' && ['button', 'cta_url', 'flow'].includes(String(messageType));
}
