import type { INodeParameters } from 'n8n-workflow';
import { CUSTOMER } from '../../../Dialog360/dialog360';
import { useEveryBench } from '../../../everyBench';
import { byId } from '../../../Partoo/partoo';

const benches = useEveryBench();
type Provider = 'partoo' | 'dialog360' | 'callbell';
const BUSINESS = byId('5409c35a97bbc544d8e26737');
const INGEST = {
	channelId: 'shop-chat',
	businessId: BUSINESS,
	externalConversationId: 'c',
	externalMessageId: 'm',
	content: 'Hi',
};
const BUTTON = { to: CUSTOMER, messageType: 'cta_url', text: 'Pay here', buttonText: 'Pay' };

const located = (value: string) => ({ __rl: true, mode: 'url', value });

const LINKS: Array<[Provider, string, string, (url: string) => INodeParameters]> = [
	['dialog360', 'message.sendInteractive', 'URL', (url) => ({ ...BUTTON, url })],
	['partoo', 'message.send', 'URL', (mediaUrl) => ({ conversationId: byId('1001'), messageType: 'Image', mediaUrl })],
	['dialog360', 'message.send', 'Media', (url) => ({ to: CUSTOMER, messageType: 'image', media: located(url) })],
	[
		'partoo',
		'customChannel.ingest',
		'Customer Image',
		(consumerImage) => ({ ...INGEST, additionalFields: { consumerImage } }),
	],
	['dialog360', 'account.updateProfile', 'Websites', (websites) => ({ profile: { websites } })],
	['callbell', 'message.send', 'Media URL', (mediaUrl) => ({ to: '+31612345678', messageType: 'image', mediaUrl })],
];

const send = async (provider: Provider, operation: string, form: INodeParameters) => {
	const { error } = await benches[provider].run(operation, form, { items: [{ json: { id: '4711', empty: '' } }] });
	const sent = await benches[provider].sandbox.requests({ provider, method: 'POST' });
	return { error, sent: sent.length };
};

describe.each(LINKS)('a link of %s, %s', (provider, operation, label, form) => {
	it.each(['{{ $json.nope }}', '{{ $json.nope }}/pay', 'pay?id={{ $json.empty }}'])(
		'is refused where a part of it is nothing: %s',
		async (end) => {
			const { error, sent } = await send(provider, operation, form(`=https://example.com/${end}`));
			expect(error?.message).toMatch(
				new RegExp(`^'${label}' holds "https://example.com/.*, which is no whole link: {{`),
			);
			expect(error?.description).toContain("the link would lead elsewhere. A part that may be missing ends in ?? ''.");
			expect(sent).toBe(0);
		},
	);

	it.each(['{{ $json.id }}', "pay?id={{ $json.nope ?? '' }}"])('is sent with %s', async (end) => {
		const { error } = await send(provider, operation, form(`=https://example.com/${end}`));
		expect(error?.message ?? '').not.toContain('whole link');
	});
});

it.each(['{{ $json.empty }} https://example.com/a', 'https://example.com/a\n{{ $json.empty }}'])(
	'a text with a link passes where what is nothing stands beside it: %s',
	async (text) => {
		const { error, sent } = await send('partoo', 'message.send', {
			conversationId: byId('1001'),
			messageType: 'Text',
			text: `=${text}`,
		});
		expect(error).toBeUndefined();
		expect(sent).toBe(1);
	},
);
