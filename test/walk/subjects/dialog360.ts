import { Dialog360Api } from '../../../credentials/Dialog360Api.credentials';
import { Dialog360 } from '../../../nodes/Dialog360/Dialog360.node';
import { binaryItem } from '../../engine';
import { byId, byUrl, CUSTOMER, Dialog360Bench } from '../../Dialog360/dialog360';
import type { Panel } from '../panels';
import type { Subject } from '../subject';

const HEADERS = ['Text', 'Image', 'Video', 'Document'].map((kind) => `options.header${kind}`);

const within = (path: string, ...names: string[]) => names.map((name) => `${path}.${name}`);
const APPS = ['options.apps', ...within('options.apps.app', 'packageName', 'signatureHash')];
const OFFER = within('offer.offer', 'media', 'sample', 'offerText', 'example', 'text', 'url', 'urlExample');
const LIBRARY = [
	'options.libraryButtons',
	...within('options.libraryButtons.button', 'type', 'url', 'urlExample', 'phoneNumber'),
];

/** What goes together. */
const BESIDE: Record<string, string[]> = {
	'options.headerFileName': ['options.headerDocument'],
	'options.templateHeaderExample': ['options.templateHeader'],
	'options.autofillText': APPS,
	'options.zeroTapTerms': APPS,
};
const MEDIA_HEADER = ['options.templateHeaderMedia'];
const TEXT_HEADER = ['options.templateHeader', 'options.templateHeaderExample'];
const PROFILE = ['profile.email', 'profile.address'];

const TEXT = { type: 'text', text: { body: 'Hello' } };
const INTERACTIVE = {
	type: 'button',
	body: { text: 'Hello' },
	action: { buttons: [{ type: 'reply', reply: { id: '1', title: 'Yes' } }] },
};

const CARD = {
	sample: byUrl('https://example.com/a.png'),
	body: 'Shoes',
	bodyExamples: [],
	buttons: { button: [{ type: 'QUICK_REPLY', text: 'More' }] },
};

const MEDIA_CARD = {
	kind: 'image',
	media: byUrl('https://example.com/a.png'),
	text: 'Shoes',
	buttonText: 'Buy',
	url: 'https://example.com',
};

/** Templates of the seed that may become one of another kind. */
const TEMPLATES: Record<string, string> = { code: 'login_code', carousel: 'new_arrivals', offer: 'new_arrivals' };

const SAMPLES = {
	to: CUSTOMER,
	users: CUSTOMER,
	templateFields: { mappingMode: 'defineBelow', value: {} },
	components: '[]',
	maxDateAndTime: '2099-12-31T12:00:00Z',
	media: byUrl('https://example.com/a.png'),
	headerImage: byUrl('https://example.com/a.png'),
	headerVideo: byUrl('https://example.com/a.mp4'),
	headerDocument: byUrl('https://example.com/a.pdf'),
	flow: byId('123'),
	url: 'https://example.com',
	'options.templateButtons.button.url': 'https://example.com/{{1}}',
	defaultCountryCode: '49',
	language: 'en_US',
	vertical: byId('RETAIL'),
	email: 'jane@example.com',
	phone: '+1 (650) 555-1234',
	latitude: '52.52',
	longitude: '13.405',
	wa_id: CUSTOMER,
	country_code: 'DE',
	cards: { card: [CARD, CARD] },
	mediaCards: { card: [MEDIA_CARD, MEDIA_CARD] },
	'options.callMinutes': '60',
	'options.savedAddresses': '[]',
	sample: byUrl('https://example.com/a.png'),
	packageName: 'com.example.shop',
	signatureHash: 'K8a/AINcGX7',
	flowId: '1234567890',
	urlExample: 'https://example.com/4711',
	/** Bodies without variables need no example. */
	bodyExamples: [],
	libraryTemplate: 'order_help_1',
	'options.libraryButtons.button.url': 'https://example.com/{{1}}',
	'offer.offer.url': 'https://example.com/{{1}}',
	birthday: '2000-01-31',
	templateComponents: '[]',
	templateHeader: 'Order {{1}}',
	phoneNumber: CUSTOMER,
	/** A template can be made once. */
	templateName: '={{ "fresh_" + $itemIndex }}',
};

/** Where the n8n of the walk has its webhooks: without one it asks nobody. */
const WEBHOOK = 'http://127.0.0.1:5678/webhook/trigger';

/** Of a template with quick replies: without one nobody could answer. */
const QUESTION = {
	template: byId('appointment_reminder:en_US'),
	templateFields: { mappingMode: 'defineBelow', value: { body_1: 'Ann', body_2: 'Monday', body_3: '10:00' } },
	templateValues: '["Ann", "Monday", "10:00"]',
	components: JSON.stringify([
		{ type: 'body', parameters: ['Ann', 'Monday', '10:00'].map((text) => ({ type: 'text', text })) },
	]),
};

export const dialog360: Subject = {
	folder: 'Dialog360',
	provider: 'dialog360',
	node: new Dialog360(),
	credentialTypes: [new Dialog360Api()],
	// Shown for one of two kinds of limits; what is read of it is tried with the operation.
	slow: ['options.limitWaitTime.values.maxDateAndTime'],
	oneByOne: ['sendAndWait'],
	needs(path, { operation, messageType, templateKind }) {
		if (operation === 'sendAndWait') return ['buttons.button.title', 'rows.row.title', ...(BESIDE[path] ?? [])];
		if (messageType === 'product_list') return ['options.headerText'];
		if (operation === 'createFromLibrary') return LIBRARY;
		if (templateKind === 'offer') return OFFER;
		return BESIDE[path] ?? PROFILE;
	},
	leftOut(panel) {
		if (panel.templateKind === 'standard') return [MEDIA_HEADER, TEXT_HEADER];
		if (!panel.operation.startsWith('send')) return undefined;
		// A group has no country code, and what removes a reaction has no emoji.
		const others = ['options.recipientType', 'options.removeReaction'];
		if (!hasAnyHeader(panel)) return [[], others];
		return HEADERS.map((one, at) => [...HEADERS.filter((other) => other !== one), ...(at > 0 ? others : [])]);
	},
	async start() {
		const bench = await Dialog360Bench.start();
		return {
			sandbox: bench.sandbox,
			/** Of a new account: the node remembers which files one has lost. */
			get credentials() {
				return { dialog360Api: bench.credential({ apiKey: bench.newKey() }) };
			},
			async prepare({ operation, templateKind }) {
				const message = await bench.sandbox.control<{ id: string }>('POST', 'dialog360/messages', {
					from: CUSTOMER,
					text: 'Hello?',
				});
				await bench.sandbox.control('POST', 'dialog360/webhooks', { url: WEBHOOK, headers: {} });
				const json = operation === 'send' ? TEXT : INTERACTIVE;
				return {
					samples: {
						...SAMPLES,
						template: byId(`${TEMPLATES[String(templateKind)] ?? 'hello_world'}:en_US`),
						...(operation === 'sendAndWait' && QUESTION),
						json: JSON.stringify(json),
						mediaId: await bench.uploadedFile(),
						messageId: message.id,
						replyTo: message.id,
					},
					items: [
						await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data: Buffer.from('\x89PNG', 'latin1') }),
					],
				};
			},
		};
	},
};

function hasAnyHeader({ operation, messageType, responseType, sendAs }: Panel): boolean {
	if (operation === 'sendAndWait') return responseType !== 'list' && sendAs !== 'template';
	return operation === 'sendInteractive' && ['button', 'cta_url', 'flow'].includes(String(messageType));
}
