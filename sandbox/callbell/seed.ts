import type { Channel, Team, Template } from './types';

const at = '2026-01-05T09:00:00Z';

export const MAIN_CHANNEL: Channel = {
	uuid: '35f6f8cc-b550-4278-a2ea-099f3a4e0730',
	title: 'WhatsApp main',
	type: 'whatsapp',
	main: true,
	discardedAt: null,
};

export const seedChannels = (): Channel[] => [
	{ ...MAIN_CHANNEL },
	{
		uuid: '0f3b1c52-7a77-4a43-9a5d-54d1a0b6f001',
		title: 'WhatsApp shop',
		type: 'whatsapp',
		main: false,
		discardedAt: null,
	},
	{
		uuid: '0f3b1c52-7a77-4a43-9a5d-54d1a0b6f002',
		title: 'Facebook page',
		type: 'facebook',
		main: false,
		discardedAt: null,
	},
	{
		uuid: '0f3b1c52-7a77-4a43-9a5d-54d1a0b6f003',
		title: 'Instagram',
		type: 'instagram',
		main: false,
		discardedAt: null,
	},
	{ uuid: '0f3b1c52-7a77-4a43-9a5d-54d1a0b6f004', title: 'Telegram', type: 'telegram', main: false, discardedAt: null },
	{
		uuid: '0f3b1c52-7a77-4a43-9a5d-54d1a0b6f005',
		title: 'Old number',
		type: 'whatsapp',
		main: false,
		discardedAt: '2025-11-01T08:00:00Z',
	},
];

export const seedTeams = (): Team[] => [
	{ uuid: '5c9f3a7e2b1d4c68a0e4f7b39d216a01', name: 'General', createdAt: at, default: true, members: 2 },
	{ uuid: '5c9f3a7e2b1d4c68a0e4f7b39d216a02', name: 'Sales', createdAt: at, default: false, members: 1 },
];

export interface Member {
	email: string;
	name: string;
	available: boolean;
	teams: string[];
}

export const MEMBERS: readonly Member[] = [
	{ email: 'john.doe@email.com', name: 'John Doe', available: true, teams: ['General', 'Sales'] },
	{ email: 'jane.roe@email.com', name: 'Jane Roe', available: false, teams: ['General'] },
];

const template = (
	uuid: string,
	title: string,
	templateType: Template['templateType'],
	text: string,
	status = 'approved',
): Template => ({
	uuid,
	title,
	text,
	templateType,
	category: 'UTILITY',
	status,
	createdAt: at,
});

export const seedTemplates = (): Template[] => [
	template('d980fb66fd5043d3ace1aa06ba044342', 'Greeting', 'text', 'Hello {{1}}, how can we help?'),
	template('d980fb66fd5043d3ace1aa06ba044343', 'Appointment', 'text', 'Dear {{1}}, see you on {{2}} at {{3}}!'),
	template('d980fb66fd5043d3ace1aa06ba044344', 'We are back', 'text', 'We are back.'),
	template('d980fb66fd5043d3ace1aa06ba044345', 'Picture', 'image', 'A picture for {{1}}'),
	template('d980fb66fd5043d3ace1aa06ba044346', 'Invoice', 'document', 'The invoice of {{1}}'),
	template('d980fb66fd5043d3ace1aa06ba044347', 'Film', 'video', 'A film for {{1}}'),
	template('d980fb66fd5043d3ace1aa06ba044348', 'Rejected offer', 'text', 'Buy now, {{1}}', 'rejected'),
];

export const FUNNELS = [
	{ position: 1, name: 'New', emoji: '🆕', createdAt: at, uuid: '7f1d9b3a-0001-4f0e-8f5e-1c2d3e4f5a6b' },
	{ position: 2, name: 'Won', emoji: '🏆', createdAt: at, uuid: '7f1d9b3a-0002-4f0e-8f5e-1c2d3e4f5a6b' },
];

/** Tags and custom fields are made in the dashboard; others are refused. */
export const TAGS = ['vip', 'newsletter', 'complaint'];

export const CUSTOM_FIELDS: Readonly<Record<string, { type: string; options?: string[] }>> = {
	'Billing Address': { type: 'text' },
	Points: { type: 'number' },
	Birthday: { type: 'date' },
	Size: { type: 'dropdown', options: ['S', 'M', 'L'] },
	Interests: { type: 'checkbox', options: ['Shoes', 'Hats'] },
};

export const SEED_CONTACTS = [
	{ identifier: '31612345678', name: 'John Doe', source: 'whatsapp', bsuid: 'NL.13491208655302741918', tags: ['vip'] },
	{ identifier: '4915112345678', name: 'Ana Weber', source: 'whatsapp', bsuid: null, tags: [] },
	{ identifier: '100200300400', name: 'Luca Rossi', source: 'facebook', bsuid: null, tags: ['newsletter'] },
];
