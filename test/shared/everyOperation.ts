import type { ICredentialType, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';
import { CallbellApi } from '../../credentials/CallbellApi.credentials';
import { Dialog360Api } from '../../credentials/Dialog360Api.credentials';
import { PartooApi } from '../../credentials/PartooApi.credentials';
import { Callbell } from '../../nodes/Callbell/Callbell.node';
import { Dialog360 } from '../../nodes/Dialog360/Dialog360.node';
import { Partoo } from '../../nodes/Partoo/Partoo.node';
import { binaryItem, runNode, type NodeRun } from '../engine';

interface Provider {
	node: INodeType;
	credentialType: ICredentialType;
	/** What each operation needs at least. */
	operations: Record<string, Record<string, unknown>>;
}

const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });
const partooConversation = { conversationId: byId('1001') };
const contact = { contactId: byId('c1') };
const phone = { to: '+31612345678' };

const PROVIDERS: Record<string, Provider> = {
	partoo: {
		node: new Partoo(),
		credentialType: new PartooApi(),
		operations: {
			'business.getAll': {},
			'conversation.get': { ...partooConversation, simplify: false },
			'conversation.getAll': { simplify: false },
			'conversation.markAsRead': partooConversation,
			'conversation.update': { ...partooConversation, change: 'close' },
			'customChannel.ingest': {
				channelId: 'shop',
				businessId: byId('5409c35a97bbc544d8e26737'),
				externalConversationId: 'c',
				externalMessageId: 'm',
				content: 'Hi',
			},
			'message.getAll': { ...partooConversation, simplify: false },
			'message.retry': { messageId: '7' },
			'message.send': { ...partooConversation, text: 'Hi' },
		},
	},
	callbell: {
		node: new Callbell(),
		credentialType: new CallbellApi(),
		operations: {
			'channel.get': { channelId: byId('h1') },
			'channel.getAll': {},
			'channel.rename': { channelId: byId('h1'), name: 'New' },
			'contact.create': { identifier: phone.to, name: 'Ann' },
			'contact.delete': contact,
			'contact.get': { ...contact, simplify: false },
			'contact.getAll': { simplify: false },
			'contact.getMessages': { ...contact, limit: 1 },
			'contact.update': { ...contact, fields: { name: 'Ann' } },
			'contact.upsert': { ...contact, name: 'Ann' },
			'conversation.addNote': { ...contact, text: 'Hi' },
			'conversation.close': { ...contact, simplify: false },
			'conversation.open': { ...contact, simplify: false },
			'conversation.startBot': contact,
			'conversation.stopBot': contact,
			'funnel.getAll': {},
			'funnel.moveContact': { ...contact, funnelId: byId('f1'), simplify: false },
			'message.delete': { messageId: 'm1' },
			'message.getStatus': { messageId: 'm1' },
			'message.send': { ...phone, text: 'Hi' },
			'message.sendTemplate': {
				...phone,
				templateId: byId('t1'),
				optinConfirmed: true,
				valuesFrom: 'values',
				templateValues: '[]',
			},
			'team.get': { teamId: byId('e1') },
			'team.getAll': {},
			'team.getMembers': { teamId: byId('e1') },
			'team.rename': { teamId: byId('e1'), name: 'New' },
			'template.get': { templateId: byId('t1') },
			'template.getAll': {},
			'template.rename': { templateId: byId('t1'), name: 'New' },
		},
	},
	dialog360: {
		node: new Dialog360(),
		credentialType: new Dialog360Api(),
		operations: {
			'account.block': { users: phone.to },
			'account.getAllBlocked': {},
			'account.getHealth': {},
			'account.getProfile': {},
			'account.getWebhook': {},
			'account.unblock': { users: phone.to },
			'account.updateProfile': { profile: { about: 'Hi' } },
			'media.delete': { mediaId: '1166846181421424' },
			'media.download': { mediaId: '1166846181421424' },
			'media.get': { mediaId: '1166846181421424' },
			'media.upload': {},
			'message.markAsRead': { messageId: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgAS' },
			'message.send': { ...phone, text: 'Hi' },
			'message.sendAndWait': { ...phone, message: 'May I?', options: { checkTrigger: false } },
			'message.sendInteractive': {
				...phone,
				messageType: 'json',
				json: JSON.stringify({
					type: 'button',
					body: { text: 'Hi' },
					action: { buttons: [{ type: 'reply', reply: { id: '1', title: 'Yes' } }] },
				}),
			},
			'message.sendTemplate': {
				...phone,
				template: byId('hello_world:en_US'),
				valuesFrom: 'components',
				components: '[]',
			},
			'template.create': { templateName: 'new_one', language: 'en', bodyText: 'Hi' },
			'template.createFromLibrary': {
				templateName: 'new_one',
				language: 'en',
				libraryTemplate: 'appointment_reminder_1',
			},
			'template.delete': { template: byId('hello_world:en_US') },
			'template.edit': { template: byId('hello_world:en_US'), bodyText: 'Hi' },
			'template.get': { template: byId('hello_world:en_US') },
			'template.getAll': {},
		},
	},
};

/** Each operation of each node, e.g. `['partoo', 'message.send']`. */
export const everyOperation = Object.entries(PROVIDERS).flatMap(([provider, { operations }]) =>
	Object.keys(operations).map((operation): [provider: string, operation: string] => [provider, operation]),
);

/** The operations that the nodes' forms offer, in the same words. */
export const offeredOperations = Object.entries(PROVIDERS).flatMap(([provider, { node }]) =>
	node.description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			options.map((option) => [
				provider,
				`${String(displayOptions?.show?.resource?.[0])}.${String('value' in option && option.value)}`,
			]),
		),
);

/** Runs an operation against whatever stands at an address. */
export async function runAt(
	baseUrl: string,
	[provider, operation]: [string, string],
	{
		apiKey,
		onError,
		...extra
	}: { apiKey: string; onError?: 'continueRegularOutput'; requestOptions?: object; contactId?: object },
): Promise<NodeRun> {
	const { node, credentialType, operations } = PROVIDERS[provider]!;
	const [resource, name] = operation.split('.') as [string, string];
	return await runNode({
		node,
		parameters: {
			resource,
			operation: name,
			...(operations[operation] as INodeParameters),
			...(extra as INodeParameters),
		},
		items: [await picture()],
		credentialTypes: [credentialType],
		credentials: {
			[credentialType.name]: {
				apiKey,
				environment: 'custom',
				baseUrl,
				webhookPublicKey: '',
				organizationId: '',
				webhookSecret: '',
			},
		},
		onError,
	});
}

async function picture(): Promise<INodeExecutionData> {
	return await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data: Buffer.from('\x89PNG', 'latin1') });
}
