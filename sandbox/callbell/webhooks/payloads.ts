const contact = {
	uuid: 'eb2b914a977e4ab896e7b886698b3eac',
	href: 'https://dash.callbell.eu/contacts/eb2b914a977e4ab896e7b886698b3eac',
	conversationHref: 'https://dash.callbell.eu/chat/f3670b13446b412796238b1cd78899f9',
	name: 'John Doe',
	tags: ['Lead'],
	team: {
		name: 'General',
		uuid: '9b1c7d2e4f5a4b6c8d9e0f1a2b3c4d5e',
		default: true,
		members: 1,
		createdAt: '2022-10-12T15:57:16Z',
	},
	source: 'whatsapp',
	channel: { main: true, type: 'whatsapp', uuid: '35f6f8cc-b550-4278-a2ea-099f3a4e0730', title: 'Shop' },
	closedAt: null,
	avatarUrl: null,
	blockedAt: null,
	createdAt: '2022-10-12T15:57:16Z',
	phoneNumber: '331122334455',
	assignedUser: null,
	customFields: {},
};

const conversation = { source: 'whatsapp', href: contact.conversationHref, contact, createdAt: '2023-11-20T17:14:22Z' };
const user = {
	email: 'john.doe@example.com',
	name: 'John Doe',
	available: false,
	lastUpdatedAt: '2024-02-21T12:02:47Z',
};

/** What an event looks like when nobody says otherwise. https://docs.callbell.eu/api/reference/webhooks/introduction and its neighbours */
const SAMPLES: Record<string, object> = {
	message_created: {
		to: '390000000001',
		from: '331122334455',
		text: 'Are you open?',
		uuid: 'wamid.HBgNMzMxMTIyMzM0NDU1',
		status: 'received',
		channel: 'whatsapp',
		contact,
		createdAt: '2022-10-18T12:06:29.000+02:00',
	},
	message_status_updated: {
		uuid: 'adf3d1216d4c4dcd908199d6700f2381',
		status: 'read',
		contact,
		messageStatusPayload: {
			id: 'gBGGM2MSRxl_Aglqmg5KQXU7ABC',
			gsId: '2b34bfb7-2631-4763-89fb-1b3c65a4babc',
			type: 'read',
			payload: { ts: 1686563913 },
			destination: '331122334455',
		},
	},
	contact_created: contact,
	contact_updated: contact,
	contact_deleted: { uuid: contact.uuid, deleted: '2023-11-20T17:14:22Z' },
	conversation_opened: conversation,
	conversation_closed: { ...conversation, closedAt: '2023-11-20T18:14:22Z', closingReason: 'issue_resolved' },
	agent_status_updated: user,
	agent_session_updated: { action: 'user_logged_in', user },
	team_membership_updated: { team: contact.team, user, reason: 'agent_added', lastUpdateAt: '2024-02-21T18:34:18Z' },
};

export const samplePayload = (event: string): object | undefined => SAMPLES[event];
