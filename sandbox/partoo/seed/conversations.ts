import type { SenderType } from '../types';
import type { NewConversation } from '../state';
import { LYON, MANAGER_USER, PARIS } from './people';

/** Text, or a file in sandbox/media. */
type Line = [from: SenderType, text: string] | [from: SenderType, kind: 'Image' | 'Document', file: string];

export interface Script {
	conversation: NewConversation;
	lines: readonly Line[];
	/** How long ago the last line was written. */
	minutesAgo: number;
}

export const CUSTOM_CHANNEL_ID = 'shop-chat';

const CHANNELS = ['Facebook', 'Instagram', 'Whatsapp', 'SMS', 'Google'] as const;

const NAMES = [
	'Emma Laurent',
	'Noah Schmidt',
	'Léa Fontaine',
	'Luca Bianchi',
	'Chloé Girard',
	'Omar Haddad',
	'Inès Moreau',
	'Tomás Pereira',
	'Jade Rousseau',
	'Arthur Lefèvre',
	'Sofia García',
	'Yuki Tanaka',
	'Hugo Bernard',
	'Amina Diallo',
	'Louis Petit',
	'Klara Novak',
	'Jules Renard',
	'Nina Kovač',
	'Paul Lambert',
	'Zoé Marchand',
] as const;

const TALKS: ReadonlyArray<readonly Line[]> = [
	[
		['Consumer', 'Hi, do you still have the blue umbrella from the window?'],
		['User', 'Yes, three are left. Shall we keep one for you?'],
		['Consumer', 'Please do, I will come by tomorrow.'],
	],
	[
		['Consumer', 'Until what time are you open on Sunday?'],
		['User', 'From 9 am to 1 pm.'],
		['Consumer', 'Perfect, thank you!'],
	],
	[
		['Consumer', 'I left my keys on the counter, I think.'],
		['User', 'We found them! They wait for you at the till.'],
		['Consumer', 'You saved my day.'],
	],
	[
		['Consumer', 'Can I pay by card in the shop?'],
		['User', 'Of course, by card and by phone.'],
	],
];

/** Twenty ordinary talks, so that lists have a second page at small page sizes. */
const others: Script[] = NAMES.map((consumerName, index) => ({
	conversation: {
		messagingPartner: CHANNELS[index % CHANNELS.length] ?? 'Facebook',
		consumerName,
		businessId: index % 2 === 0 ? PARIS : LYON,
		isRead: index % 6 !== 0,
		status: index % 7 === 6 ? 'Closed' : 'Open',
	},
	lines: TALKS[index % TALKS.length] ?? [],
	minutesAgo: 400 + index * 173,
}));

/** In the order of their ids, from 1001. */
export const SCRIPTS: readonly Script[] = [
	{
		conversation: { messagingPartner: 'Facebook', consumerName: 'John Doe', businessId: PARIS },
		lines: [
			['Consumer', 'Hello! Is the oat milk back?'],
			['User', 'Hello John, it came in this morning.'],
			['Consumer', 'Great, I need two boxes.'],
			['User', 'They are on the shelf beside the door.'],
		],
		minutesAgo: 18,
	},
	{
		conversation: { messagingPartner: 'Instagram', consumerName: 'Mia Rossi', businessId: LYON, isRead: false },
		lines: [
			['Consumer', 'I love the new window 😍'],
			['User', 'Thank you Mia! Marc made it.'],
			['Consumer', 'Which size do the red shoes come in?'],
		],
		minutesAgo: 25,
	},
	{
		conversation: {
			messagingPartner: 'SMS',
			consumerName: 'Ali Kaya',
			businessId: PARIS,
			consumerPhoneNumber: '+33612345003',
		},
		lines: [
			['Consumer', 'Is my parcel there?'],
			['User', 'Yes, parcel 4411 waits for you until Friday.'],
			['Consumer', 'Thanks, I will be there at 5.'],
		],
		minutesAgo: 64,
	},
	{
		conversation: {
			messagingPartner: 'Whatsapp',
			consumerName: 'Ana Silva',
			businessId: PARIS,
			consumerPhoneNumber: '+33612345678',
		},
		lines: [
			['Consumer', 'Good morning, can I have the lunch menu?'],
			['User', 'Document', 'menu.pdf'],
			['User', 'Here it is, Ana. The soup is vegan today.'],
			['Consumer', 'Image', 'receipt.png'],
			['Consumer', 'And could you check this receipt? I think the bread is on it twice.'],
		],
		minutesAgo: 6,
	},
	{
		conversation: {
			messagingPartner: 'Custom',
			consumerName: 'Web visitor',
			businessId: PARIS,
			customChannel: { channel_id: CUSTOM_CHANNEL_ID, external_conversation_id: 'web-1' },
		},
		lines: [
			['Consumer', 'Hi, I am on your website. Do you deliver to Montreuil?'],
			['User', 'We do, every weekday until 7 pm.'],
		],
		minutesAgo: 92,
	},
	{
		conversation: {
			messagingPartner: 'Whatsapp',
			consumerName: 'Peter Adams',
			businessId: LYON,
			consumerPhoneNumber: '+33612345006',
			isExpired: true,
		},
		lines: [
			['Consumer', 'Do you repair bags?'],
			['User', 'We do. Bring it along and we will have a look.'],
		],
		minutesAgo: 3 * 1440,
	},
	{
		conversation: {
			messagingPartner: 'Facebook',
			consumerName: 'Sara Lind',
			businessId: LYON,
			issues: ['facebook_no_page_linked'],
		},
		lines: [['Consumer', 'Hello, are dogs allowed in the shop?']],
		minutesAgo: 150,
	},
	{
		conversation: {
			messagingPartner: 'Facebook',
			consumerName: 'Ben Carter',
			businessId: PARIS,
			status: 'Closed',
			isSolved: true,
			assignedUserId: MANAGER_USER.id,
		},
		lines: [
			['Consumer', 'My voucher does not work.'],
			['User', 'I renewed it, please try again.'],
			['Consumer', 'Works now, thanks!'],
			['Metadata', 'Solving'],
		],
		minutesAgo: 2 * 1440,
	},
	...others,
];
