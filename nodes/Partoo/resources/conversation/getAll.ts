import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { list } from '../../../shared/input/list';
import { filtersOf, isSimplified, limitOf, listFields, simplifyField } from '../../../shared/input/listFields';
import { choice, optionalChoice } from '../../../shared/input/text';
import { toggle } from '../../../shared/input/toggle';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { collect } from '../../../shared/transport/pages';
import { optionalId } from '../../fields/ids';
import { cursorList, MAX_PER_PAGE } from '../../provider/pages';
import { businessLocator, userLocator } from '../../fields/locators';
import { simplifyConversation } from './simplify';

const STATUSES = ['Closed', 'Open'];
const CHANNELS = ['Custom', 'Facebook', 'Google', 'Instagram', 'SMS', 'Whatsapp'];
const READ_STATUSES = ['any', 'read', 'unread'] as const;
type ReadStatus = (typeof READ_STATUSES)[number];

/** What a user wants the conversations to be. Partoo itself filters by business only. */
export interface ConversationFilters {
	status: string;
	messagingPartner: string;
	readStatus: ReadStatus;
	assignedUserId: string;
	unassigned: boolean;
}

/** Whether a conversation is what the user wants; words are compared without regard to case. */
function matches(filters: ConversationFilters, conversation: IDataObject): boolean {
	const { status, messagingPartner, readStatus, assignedUserId, unassigned } = filters;
	return (
		(!status || sameWord(conversation.status, status)) &&
		(!messagingPartner || sameWord(conversation.messaging_partner, messagingPartner)) &&
		(readStatus === 'any' || (conversation.is_read === true) === (readStatus === 'read')) &&
		(!unassigned || !conversation.assigned_user_id) &&
		(!assignedUserId || String(conversation.assigned_user_id) === assignedUserId)
	);
}

function sameWord(one: unknown, other: string): boolean {
	return String(one).toLowerCase() === other.toLowerCase();
}

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			...userLocator({ name: 'assignedUserId', description: 'Only conversations of this colleague' }),
			displayName: 'Assigned To',
		},
		businessLocator({
			description: 'Only conversations of this business. By ID, enter several separated by commas.',
		}),
		{
			displayName: 'Channel',
			name: 'messagingPartner',
			type: 'options',
			options: [
				{ name: 'Custom', value: 'Custom' },
				{ name: 'Facebook', value: 'Facebook' },
				{ name: 'Google', value: 'Google' },
				{ name: 'Instagram', value: 'Instagram' },
				{ name: 'SMS', value: 'SMS' },
				{ name: 'WhatsApp', value: 'Whatsapp' },
			],
			default: 'Whatsapp',
			description: 'Only conversations on this channel. For a channel that is not listed use an expression.',
		},
		{
			displayName: 'Read Status',
			name: 'readStatus',
			type: 'options',
			options: [
				{ name: 'Any', value: 'any' },
				{ name: 'Read', value: 'read' },
				{ name: 'Unread', value: 'unread' },
			],
			default: 'unread',
			description: "Only conversations that the key's user has or has not read",
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Closed', value: 'Closed' },
				{ name: 'Open', value: 'Open' },
			],
			default: 'Open',
			description: 'Only open or only closed conversations',
		},
		{
			displayName: 'Unassigned',
			name: 'unassigned',
			type: 'boolean',
			default: true,
			description: 'Whether to return only conversations that nobody is assigned to',
		},
	],
};

function wantedOf(item: ItemContext): ConversationFilters {
	const given = filtersOf(item, filters);
	return {
		status: optionalChoice('Status', given.status, STATUSES),
		messagingPartner: optionalChoice('Channel', given.messagingPartner, CHANNELS),
		readStatus: choice('Read Status', given.readStatus, READ_STATUSES, { fallback: 'any' }),
		assignedUserId: optionalId('Assigned To', item.param('filters.assignedUserId', '')),
		unassigned: toggle('Unassigned', given.unassigned),
	};
}

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many conversations',
	description: 'Get the conversations of the organization or of one business',
	request: { method: 'GET', url: '/conversations' },
	repeatable: true,
	fields: {
		what: [...listFields, simplifyField],
		options: [filters],
	},
	async run(item) {
		const limit = limitOf(item);
		const wanted = wantedOf(item);
		const isFiltered = Object.values(wanted).some((value) => value && value !== 'any');
		const qs = {
			business__in: list('Business', item.param('filters.businessId', ''), optionalId).join(',') || undefined,
			per_page: isFiltered ? MAX_PER_PAGE : Math.min(limit, MAX_PER_PAGE),
		};
		const conversations = cursorList(item, { ...item.routed, qs }, 'conversations');
		const found = await collect(item, conversations, limit, (conversation) => matches(wanted, conversation));
		return toItems(isSimplified(item) ? found.map(simplifyConversation) : found);
	},
});
