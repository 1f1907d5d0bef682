import { runAt } from '../everyOperation';
import { partooAt } from '../partooAt';
import { useFastClock } from '../fastClock';
import { json, startServer } from '../startServer';

useFastClock();

/** What a proxy that keeps answers says, whoever is asked for. */
const KEPT = {
	id: '1002',
	contact: { uuid: 'c2', bsuid: 'US.2', phoneNumber: '+31 6 8765 4321' },
	channel: { uuid: 'h2' },
	team: { uuid: 'e2' },
	template: { uuid: 't2' },
	message: { uuid: 'm2', status: 'delivered' },
	messages: [{ id: 7, conversation_id: 1002, date: '2026-01-01T00:00:00Z' }],
	next_cursor: null,
	health_status: {},
};

const READS = [
	'partoo conversation.get',
	'partoo message.getAll',
	'callbell channel.get',
	'callbell contact.get',
	'callbell message.getStatus',
	'callbell team.get',
	'callbell template.get',
	'dialog360 media.get',
	'dialog360 media.download',
];
const CHANGES = [
	'callbell channel.rename',
	'callbell contact.update',
	'callbell conversation.close',
	'callbell conversation.open',
	'callbell funnel.moveContact',
	'callbell team.rename',
	'callbell template.rename',
];

describe('an answer about something else', () => {
	const run = async (name: string) => {
		const server = await startServer((_, response) => json(response, KEPT));
		const operation = name.split(' ') as [string, string];
		const { items } = await runAt(server.url, operation, { apiKey: 'some-key', onError: 'continueRegularOutput' });
		await server.close();
		return items[0]?.json;
	};

	it.each(READS)('is not given for what was asked: %s', async (name) => {
		expect(await run(name)).toMatchObject({
			error: expect.stringContaining('answered about something else'),
			details: { code: 'UNEXPECTED_ANSWER', maybeSent: false },
		});
	});

	it.each(CHANGES)('leaves a change in doubt: %s', async (name) => {
		expect(await run(name)).toMatchObject({
			error: expect.stringContaining('answered about something else'),
			details: { code: 'UNEXPECTED_ANSWER', maybeSent: true },
		});
	});

	it('keeps a message from being sent to a conversation that was not looked at', async () => {
		const server = await startServer((_, response) => json(response, KEPT));
		const { items } = await partooAt(
			server.url,
			{ options: { checkConversation: true } },
			{ onError: 'continueRegularOutput' },
		);
		await server.close();
		expect(server.asked.map(({ method }) => method)).toEqual(['GET']);
		expect(items[0]?.json).toMatchObject({
			error: expect.stringContaining('id "1001" was asked for, "1002" came'),
			details: { maybeSent: false },
		});
	});

	it('keeps the wrong contact from being changed', async () => {
		const asked = await changedByPhone('+31 6 12345678', KEPT.contact.phoneNumber);
		expect(asked.map(({ method }) => method)).toEqual(['GET']);
	});

	it.each([
		['with and without the 9 of Brazil', '+55 11 98765 4321', '551187654321'],
		['with and without the 1 of Mexico', '+52 55 1234 5678', '5215512345678'],
	])('is no such thing for a number %s', async (_, asked, told) => {
		const requests = await changedByPhone(asked, told);
		expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
	});

	it('is no such thing for a UUID in another writing', async () => {
		const uuid = 'ad42a097-1581-4e64-83b1-c5debd6a2dbc';
		const server = await startServer((_, response) =>
			json(response, { contact: { uuid: uuid.replaceAll('-', '').toUpperCase() } }),
		);
		const contactId = { __rl: true, mode: 'id', value: uuid };
		const { items } = await runAt(server.url, ['callbell', 'contact.get'], { apiKey: 'key', contactId });
		expect(items).toHaveLength(1);
		await server.close();
	});
});

async function changedByPhone(value: string, told: string) {
	const server = await startServer((_, response) =>
		json(response, { contact: { ...KEPT.contact, phoneNumber: told } }),
	);
	const contactId = { __rl: true, mode: 'phone', value };
	await runAt(server.url, ['callbell', 'conversation.close'], { apiKey: 'key', contactId });
	await server.close();
	return server.asked;
}

describe('an empty answer', () => {
	it.each(
		[
			'partoo conversation.get',
			'callbell contact.get',
			'dialog360 account.getHealth',
			'dialog360 account.getProfile',
			'dialog360 account.getWebhook',
			'dialog360 account.getAllBlocked',
		].flatMap((name) => [200, 204].map((status): [string, number, string] => [name, status, ''])),
	)('to %s (HTTP %i) is no success', async (name, status, body) => {
		for (const text of status === 200 ? [body, '{}'] : [body]) {
			const server = await startServer((_, response) =>
				response.writeHead(status, { 'content-type': 'application/json' }).end(text),
			);
			const operation = name.split(' ') as [string, string];
			const { items } = await runAt(server.url, operation, { apiKey: 'key', onError: 'continueRegularOutput' });
			expect(items[0]?.json).toMatchObject({
				error: expect.stringContaining(`answered HTTP ${status} without `),
				details: { maybeSent: false },
			});
			await server.close();
		}
	});
});
