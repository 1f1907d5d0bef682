import { type Answered, CUSTOMER, KEY, useWhatsApp } from './useWhatsApp';

const { api, url, settings, send, upload } = useWhatsApp();

it('keeps a file, tells where it is at another host, and gives it back', async () => {
	const bytes = Buffer.from('%PDF-1.7 and more');
	const { body } = await upload(bytes, 'application/pdf');
	const details = (await api<Answered>('GET', `/${body.id}`)).body;
	expect(details).toMatchObject({
		messaging_product: 'whatsapp',
		id: body.id,
		mime_type: 'application/pdf',
		file_size: String(bytes.length),
	});
	const link = new URL(details.url);
	expect(link.host).toBe('lookaside.fbsbx.com');
	const file = await fetch(`${url()}/dialog360${link.pathname}${link.search}`, { headers: { 'D360-API-KEY': KEY } });
	expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
	expect(await send('document', { id: body.id, filename: 'a.pdf' })).toMatchObject({ status: 200 });
	expect((await api<Answered>('DELETE', `/${body.id}`)).body).toEqual({ success: true });
	expect((await api<Answered>('GET', `/${body.id}`)).status).toBe(400);
});

it.each<[what: string, bytes: Buffer<ArrayBuffer>, type: string, fields?: Record<string, string>]>([
	['an image that is too big', Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png'],
	['an animated sticker that is too big', Buffer.alloc(500 * 1024 + 1), 'image/webp'],
	['a type that WhatsApp does not take', Buffer.from('x'), 'image/gif'],
	['an empty file', Buffer.alloc(0), 'image/png'],
	['a form without messaging_product', Buffer.from('x'), 'image/png', {}],
])('refuses %s', async (...[, bytes, type, fields]) => {
	expect(await upload(bytes, type, fields)).toMatchObject({ status: 400, body: { error: { code: 100 } } });
});

it('answers no more questions about files after five about files that are not there', async () => {
	const { body } = await upload(Buffer.from('x'), 'image/png');
	for (let question = 0; question < 5; question++)
		expect((await api<Answered>('GET', '/123')).body.error.code).toBe(100);
	expect((await api<Answered>('GET', `/${body.id}`)).body.error).toMatch(/^Too many requests/);
});

it('tells the health of the number, with the fields that are asked for', async () => {
	await settings({ health: 'BLOCKED' });
	expect((await api<Answered>('GET', '/health_status')).body).toMatchObject({
		health_status: { can_send_message: 'BLOCKED' },
		id: expect.any(String),
	});
	expect(Object.keys((await api<Answered>('GET', '/health_status?fields=verified_name')).body)).toEqual([
		'verified_name',
		'id',
	]);
});

it('changes the profile', async () => {
	const change = async (wanted: object) =>
		(await api<Answered>('POST', '/whatsapp_business_profile', { messaging_product: 'whatsapp', ...wanted })).status;
	expect(await change({ about: 'New' })).toBe(200);
	expect(await change({ about: 'x'.repeat(140) })).toBe(400);
	expect((await api<Answered>('GET', '/whatsapp_business_profile?fields=about')).body.data).toEqual([
		{ messaging_product: 'whatsapp', about: 'New' },
	]);
});

it('blocks and unblocks customers', async () => {
	const change = async (method: string) =>
		await api<Answered>(method, '/block_users', {
			messaging_product: 'whatsapp',
			block_users: [{ user: `+${CUSTOMER}` }],
		});
	const blocked = async () =>
		(await api<Answered>('GET', '/block_users')).body.data.map(({ wa_id }: { wa_id: string }) => wa_id);
	expect((await change('POST')).body.block_users.added_users).toEqual([{ input: `+${CUSTOMER}`, wa_id: CUSTOMER }]);
	expect(await blocked()).toEqual([CUSTOMER]);
	await change('DELETE');
	expect(await blocked()).toEqual([]);
});
