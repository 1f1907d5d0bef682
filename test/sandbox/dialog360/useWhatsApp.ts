import { useSandbox } from '../useSandbox';

export const KEY = 'dialog360-key';
export const CUSTOMER = '4915112345678';

/** What every refusal of WhatsApp looks like. */
export interface MetaError {
	error: {
		message: string;
		type: string;
		code: number;
		error_data: { messaging_product: string; details: string };
		fbtrace_id: string;
	};
}

export interface Accepted {
	messaging_product: string;
	contacts: Array<Record<string, string>>;
	messages: Array<{ id: string; message_status?: string }>;
}

/** What answers hold that tests look at. */
export interface Answered extends Accepted, MetaError {
	id: string;
	url: string;
	data: Array<{ id: string; wa_id: string }>;
	paging: { next?: string; cursors: { after: string } };
	waba_templates: Array<{ status: string }>;
	total: number;
	block_users: { added_users?: object[] };
}

/** A sandbox as {@link useSandbox} has it, and 360dialog's API of it. */
export function useWhatsApp() {
	const sandbox = useSandbox();

	async function api<T = unknown>(
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = { 'D360-API-KEY': KEY },
	) {
		const isForm = body instanceof FormData;
		const sent = body === undefined || isForm || typeof body === 'string' ? body : JSON.stringify(body);
		const typed = sent === undefined || isForm ? headers : { 'content-type': 'application/json', ...headers };
		const answer = await fetch(`${sandbox.url()}/dialog360${path}`, { method, headers: typed, body: sent });
		return { status: answer.status, headers: answer.headers, body: (await answer.json()) as T };
	}

	const message = (type: string, content: unknown, more: object = {}) => ({
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to: CUSTOMER,
		type,
		[type]: content,
		...more,
	});

	return {
		...sandbox,
		api,
		message,
		/** Sends content of a type. */
		send: async <T = Accepted>(type: string, content: unknown, more: object = {}) =>
			await api<T>('POST', '/messages', message(type, content, more)),
		/** Sends what must be refused, and answers the code and its details. */
		async refused(type: string, content: unknown, more: object = {}) {
			const { status, body } = await api<MetaError>('POST', '/messages', message(type, content, more));
			return { status, code: body.error?.code, details: body.error?.error_data?.details };
		},
		settings: async (wanted: object) =>
			expect((await sandbox.control('POST', '/settings', { dialog360: wanted })).status).toBe(200),
		fault: async (...rules: object[]) =>
			expect((await sandbox.control('POST', '/faults', { provider: 'dialog360', rules })).status).toBe(200),
		stats: async () => (await sandbox.control<{ dialog360: Record<string, number> }>('GET', '/stats')).body.dialog360,
		/** Uploads bytes and answers what the API says. */
		async upload<T = { id: string }>(
			bytes: Uint8Array<ArrayBuffer>,
			type: string,
			fields: Record<string, string> = { messaging_product: 'whatsapp' },
		) {
			const form = new FormData();
			for (const [name, value] of Object.entries(fields)) form.append(name, value);
			form.append('file', new Blob([bytes], { type }), 'file');
			return await api<T>('POST', '/media', form);
		},
	};
}
