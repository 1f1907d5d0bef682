import type { Dialog360Service } from '../service';
import { TEMPLATES } from './templates';

const MINUTE_MS = 60_000;

interface Script {
	id: string;
	name: string;
	minutesAgo: number;
	lines: Array<[from: 'customer' | 'business', text: string]>;
}

const SCRIPTS: readonly Script[] = [
	{
		id: '4915112345678',
		name: 'Lena Krüger',
		minutesAgo: 4,
		lines: [
			['customer', 'Hi, is my order on its way?'],
			['business', 'Hello Lena, it left this morning.'],
			['customer', 'Great, thanks!'],
		],
	},
	{
		id: '33612345678',
		name: 'Hugo Martin',
		minutesAgo: 25,
		lines: [['customer', 'Do you have a table for four tonight?']],
	},
	{
		id: '4917612345679',
		name: 'Jonas Weber',
		minutesAgo: 190,
		lines: [
			['business', 'Your order 1042 is ready.'],
			['customer', 'I pick it up at six'],
		],
	},
	{
		id: 'US.13491208655302741918',
		name: 'realsheena',
		minutesAgo: 300,
		lines: [['customer', 'I hide my number, can you still write to me?']],
	},
];

/** Fills an empty state: chats that look alive, templates of every kind, a profile. */
export function plant({ state, templates }: Pick<Dialog360Service, 'state' | 'templates'>, now = Date.now()): void {
	for (const wanted of TEMPLATES) templates.add(wanted);
	state.profile = {
		messaging_product: 'whatsapp',
		about: 'Shoes and more',
		address: '12 Rue de Rivoli, Paris',
		description: 'The shop around the corner',
		email: 'hello@shop.example',
		websites: ['https://shop.example/'],
		vertical: 'RETAIL',
	};
	for (const { id, name, minutesAgo, lines } of SCRIPTS) {
		const chat = state.chat(id, name);
		lines.forEach(([from, text], index) => {
			const at = now - (minutesAgo + lines.length - 1 - index) * MINUTE_MS;
			state.add(chat, {
				from,
				type: 'text',
				content: { body: text },
				status: from === 'business' ? 'read' : null,
				at,
				quiet: true,
			});
		});
	}
}
