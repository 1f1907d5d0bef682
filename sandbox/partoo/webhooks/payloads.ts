import { businessById, BUSINESSES, ORG_ID, PARIS } from '../seed/people';
import type { PartooState } from '../state';
import type { Conversation, Message } from '../types';

/** The message as in a list, the conversation reduced. https://developers.partoo.co/api-reference/webhooks-events/message-updated */
export const messagePayload = (message: Message, conversation: Conversation) => ({
	message,
	conversation: {
		id: conversation.id,
		consumer_img: conversation.consumerImage,
		consumer_name: conversation.consumerName,
		business: { id: conversation.businessId },
		messaging_partner: conversation.messagingPartner,
		custom_channel: conversation.customChannel,
	},
	org_id: ORG_ID,
});

/** https://developers.partoo.co/api-reference/webhooks-events/lead-received */
const lead = {
	id: 1,
	source: 'chatbot',
	created_at: '2024-11-27T16:10:44.929678Z',
	chatbot_id: 1,
	chatbot_name: 'Jim',
	business_name: 'Corner Shop Paris',
	store_code: 'CS-75019',
	values: [
		{ id: 1, type: 'TEXT', name: 'Your firstname', value: 'John' },
		{ id: 2, type: 'EMAIL', name: 'Your email', value: 'john.doe@example.com' },
	],
};

/** https://developers.partoo.co/api-reference/webhooks-events/review-created */
const review = {
	key: '5f1a3c2e9d8b7a6c5e4f3d2c',
	org_id: ORG_ID,
	id: 77,
	business_id: PARIS,
	partner: 'google_my_business',
	partner_id: 'g-77',
	author_name: 'Ana Silva',
	date: '2024-11-27T16:10:44.929678Z',
	update_date: '2024-11-27T16:10:44.929678Z',
	delete_date: null,
	rating: 5,
	recommended: null,
	title: null,
	content: 'The soup is the best of the street.',
	state: 'not_treated',
	link: 'https://www.example.com/reviews/77',
	comments: [],
	tags: [],
};

/** What an event of this type looks like when nobody says otherwise: the latest real data where there is some. */
export function samplePayload(eventType: string, state: PartooState): object {
	if (eventType.startsWith('message_')) {
		const conversation = state.conversations[0];
		const message = conversation?.messages.at(-1);
		return conversation === undefined || message === undefined ? {} : messagePayload(message, conversation);
	}
	if (eventType.startsWith('review_')) return { review };
	// What remains of a deleted business stands on no page: its id at the least.
	if (eventType === 'business_deleted') return { business: { id: PARIS } };
	if (eventType.startsWith('business_')) return { business: businessById(PARIS) ?? BUSINESSES[0] };
	return eventType === 'lead_received' ? lead : {};
}
