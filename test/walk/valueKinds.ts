import type { INodeProperties } from 'n8n-workflow';
import type { Kind } from './values';

/** The kinds of fields that their type in the form does not tell, by provider and path, of one operation or of all. */
const BY_PATH: Record<string, Record<string, Kind>> = {
	Partoo: {
		conversationId: 'count',
		messageId: 'count',
		'options.conversationId': 'comparedCount',
		channelId: 'identifier',
		externalConversationId: 'identifier',
		externalMessageId: 'identifier',
		mediaUrl: 'link',
		'additionalFields.consumerImage': 'link',
		binaryPropertyName: 'file',
		limit: 'limit',
		'filters.businessId': 'businessList',
		'filters.messagingPartner': 'word',
		'filters.status': 'word',
		'filters.assignedUserId': 'comparedIdentifier',
	},
	Dialog360: {
		to: 'phone',
		users: 'phone',
		limit: 'limit',
		template: 'template',
		templateValues: 'templateJson',
		components: 'templateJson',
		media: 'link',
		url: 'link',
		'options.headerImage': 'link',
		'options.headerVideo': 'link',
		'options.headerDocument': 'link',
		'options.defaultCountryCode': 'countryCode',
		'options.replyTo': 'identifier',
		'options.identityKeyHash': 'identifier',
		'options.thumbnailProduct': 'identifier',
		'options.flowAction': 'openChoice',
		'options.flowMode': 'openChoice',
		'options.downloadName': 'word',
		mediaId: 'identifier',
		messageId: 'identifier',
		catalogId: 'identifier',
		productId: 'identifier',
		flow: 'identifier',
		'productSections.section.products': 'identifierList',
		'buttons.button.title': 'short',
		'options.limitWaitTime.values.resumeAmount': 'duration',
		'approvalOptions.values.approveLabel': 'short',
		'approvalOptions.values.disapproveLabel': 'short',
		'message.sendAndWait buttonText': 'short',
		'message.sendAndWait buttons.button.id': 'word',
		'message.sendAndWait rows.row.id': 'word',
		'contacts.contact.more.birthday': 'day',
		'contacts.contact.phones.entry.phone': 'cardPhone',
		'contacts.contact.phones.entry.wa_id': 'phone',
		'contacts.contact.emails.entry.email': 'narrow',
		'contacts.contact.urls.entry.url': 'narrow',
		latitude: 'degrees',
		longitude: 'degrees',
		json: 'templateJson',
		'media.upload binaryPropertyName': 'file',
		'media.download binaryPropertyName': 'word',
		'profile.email': 'narrow',
		'profile.websites': 'narrow',
		templateName: 'short',
		language: 'narrow',
		category: 'openChoice',
		'options.templateComponents': 'templateJson',
		'options.bodyExamples': 'narrow',
		'options.templateButtons.button.url': 'link',
		'options.templateButtons.button.urlExample': 'link',
		'options.templateButtons.button.phoneNumber': 'phone',
		'options.templateButtons.button.example': 'short',
		'options.templateButtons.button.flowId': 'identifier',
		'options.libraryButtons.button.url': 'link',
		'options.libraryButtons.button.urlExample': 'link',
		'options.libraryButtons.button.phoneNumber': 'phone',
		'options.templateHeaderMedia.header.sample': 'link',
		'options.codeMinutes': 'narrow',
		'options.apps.app.packageName': 'narrow',
		'options.apps.app.signatureHash': 'narrow',
		'options.zeroTapTerms': 'mustBeTrue',
		libraryTemplate: 'openChoice',
		'offer.offer.offerText': 'short',
		'offer.offer.sample': 'link',
		'offer.offer.url': 'link',
		'offer.offer.urlExample': 'link',
		'offer.offer.example': 'short',
		cards: 'templateJson',
		mediaCards: 'templateJson',
		addressCountry: 'narrow',
		'options.callMinutes': 'limit',
		'options.callText': 'short',
		'options.savedAddresses': 'templateJson',
		'filters.category': 'word',
		'filters.language': 'word',
		'filters.name': 'word',
		'filters.status': 'word',
	},
	Callbell: {
		to: 'phone',
		identifier: 'phone',
		contactId: 'phone',
		limit: 'limit',
		defaultCountryCode: 'countryCode',
		'options.defaultCountryCode': 'countryCode',
		'fields.defaultCountryCode': 'countryCode',
		mediaUrl: 'link',
		messageId: 'identifier',
		from: 'openChoice',
		source: 'openChoice',
		optinConfirmed: 'mustBeTrue',
		templateValues: 'templateJson',
		'options.assignedUser': 'narrow',
		'fields.assignedUser': 'narrow',
		'options.bsuid': 'comparedIdentifier',
		'options.botStatus': 'openChoice',
		'options.responseFields': 'openList',
		'fields.botStatus': 'openChoice',
		'fields.tags': 'openList',
		'fields.customFields.field.name': 'openChoice',
		'fields.customFields.field.value': 'openList',
		'filters.source': 'openChoice',
		'filters.tags': 'openList',
		'filters.type': 'openChoice',
		'filters.status': 'openChoice',
	},
};

/** The kind of a field. */
export function kindOf(folder: string, operation: string, path: string, { type }: INodeProperties): Kind {
	const named = BY_PATH[folder]![`${operation} ${path}`] ?? BY_PATH[folder]![path];
	if (named) return named;
	switch (type) {
		case 'boolean':
			return 'switch';
		case 'json':
			return 'json';
		case 'options':
			return 'choice';
		case 'resourceLocator':
			return 'identifier';
		case 'string':
			return 'text';
		default:
			throw new Error(`What comes of values in ${folder} ${path} (${type}) is not said`);
	}
}
