import type { FastifyInstance } from 'fastify';

import { receivedBody } from '../../shared/body';
import { bodyContract } from '../../shared/contract';
import { any, list, object, text } from '../contracts/schema';
import { accepted } from '../errors';
import type { Dialog360Service } from '../service';
import { METADATA, WABA_ID } from '../webhooks/envelope';

const DEFAULT_LIMIT = 25;

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles */
const profileContract = bodyContract<Record<string, unknown>>(
	object(['messaging_product'], {
		messaging_product: { const: 'whatsapp' },
		about: text(139),
		address: text(256, 0),
		description: text(512, 0),
		email: text(128, 0),
		profile_picture_handle: any,
		vertical: any,
		websites: list(text(256), 2, 0),
	}),
);

/** https://developers.facebook.com/docs/whatsapp/cloud-api/block-users */
const blockContract = bodyContract<{ block_users: Array<{ user: string }> }>(
	object(['messaging_product', 'block_users'], {
		messaging_product: { const: 'whatsapp' },
		block_users: list(object(['user'], { user: text(128) }), 1000),
	}),
);

/** Health, profile and block list of the number. */
export function accountRoutes(app: FastifyInstance, { state, settings }: Dialog360Service): void {
	app.get<{ Querystring: { fields?: string } }>('/health_status', async ({ query }) => {
		const all: Record<string, unknown> = {
			health_status: health(settings.health),
			display_phone_number: METADATA.display_phone_number,
			verified_name: 'The Shop',
			name_status: 'APPROVED',
			quality_rating: 'GREEN',
		};
		const wanted = (query.fields ?? 'health_status').split(',');
		return {
			...Object.fromEntries(wanted.flatMap((name) => (name in all ? [[name, all[name]]] : []))),
			id: METADATA.phone_number_id,
		};
	});

	app.get<{ Querystring: { fields?: string } }>('/whatsapp_business_profile', async ({ query: { fields } }) => {
		const wanted = fields?.split(',');
		const shown = Object.entries(state.profile).filter(
			([name]) => !wanted || wanted.includes(name) || name === 'messaging_product',
		);
		return { data: [Object.fromEntries(shown)] };
	});
	app.post('/whatsapp_business_profile', async (request) => {
		const body = receivedBody(request);
		Object.assign(state.profile, accepted(profileContract(body.kind === 'json' ? body.value : undefined)));
		return { success: true };
	});

	blockRoutes(app, state);
}

function blockRoutes(app: FastifyInstance, { blocked }: Dialog360Service['state']): void {
	const path = '/block_users';
	app.get<{ Querystring: { limit?: string; after?: string } }>(
		path,
		async ({ query: { limit = DEFAULT_LIMIT, after } }) => {
			const all = [...blocked];
			const begin = after === undefined ? 0 : Number(Buffer.from(after, 'base64url').toString());
			const page = all.slice(begin, begin + Number(limit));
			const end = begin + page.length;
			const next = end < all.length ? { next: 'https://graph.facebook.com/v23.0/block_users' } : {};
			return {
				data: page.map((user) => ({ messaging_product: 'whatsapp', wa_id: user })),
				paging: { cursors: { after: Buffer.from(String(end)).toString('base64url') }, ...next },
			};
		},
	);
	for (const method of ['POST', 'DELETE'] as const) {
		app.route({
			method,
			url: path,
			handler: async (request) => {
				const body = receivedBody(request);
				const users = accepted(blockContract(body.kind === 'json' ? body.value : undefined)).block_users.map(
					({ user }) => user,
				);
				for (const user of users.map(idOf)) {
					if (method === 'POST') blocked.add(user);
					else blocked.delete(user);
				}
				const name = method === 'POST' ? 'added_users' : 'removed_users';
				return {
					messaging_product: 'whatsapp',
					block_users: { [name]: users.map((user) => ({ input: user, wa_id: idOf(user) })) },
				};
			},
		});
	}
}

const idOf = (user: string): string => (/^[A-Z]{2}\./.test(user) ? user : user.replace(/\D/g, ''));

/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/health-status */
function health(word: Dialog360Service['settings']['health']) {
	const problem = {
		error_code: 141006,
		error_description: 'There is an error with the payment method.',
		possible_solution: 'Add a valid payment method.',
	};
	const trouble =
		word === 'AVAILABLE'
			? {}
			: word === 'BLOCKED'
				? { errors: [problem] }
				: { additional_info: [problem.error_description] };
	return {
		can_send_message: word,
		entities: [
			{ entity_type: 'PHONE_NUMBER', id: METADATA.phone_number_id, can_send_message: 'AVAILABLE' },
			{ entity_type: 'WABA', id: WABA_ID, can_send_message: word, ...trouble },
			{ entity_type: 'BUSINESS', id: '2729063490586005', can_send_message: 'AVAILABLE' },
			{ entity_type: 'APP', id: '1234567890', can_send_message: 'AVAILABLE' },
		],
	};
}
