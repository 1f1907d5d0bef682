import { everyOperation, runAt } from '../everyOperation';
import { useFastClock } from '../fastClock';
import { json, startServer } from '../startServer';

useFastClock();

/** What the operations read before they change something. */
const READ = {
	id: '1001',
	contact: { uuid: 'c1' },
	templates: [],
	waba_templates: [{ id: '5', name: 'hello_world', language: 'en_US', category: 'UTILITY', status: 'approved' }],
};

/** Changes that may be repeated, and that change nothing else when they are. */
const REPEATED = [
	'callbell channel.rename',
	'callbell contact.delete',
	'callbell contact.update',
	'callbell contact.upsert',
	'callbell conversation.close',
	'callbell conversation.open',
	'callbell conversation.startBot',
	'callbell conversation.stopBot',
	'callbell funnel.moveContact',
	'callbell message.delete',
	'callbell team.rename',
	'callbell template.rename',
	'dialog360 account.block',
	'dialog360 account.unblock',
	'dialog360 account.updateProfile',
	'dialog360 media.delete',
	'dialog360 message.markAsRead',
	'dialog360 template.create',
	'dialog360 template.createFromLibrary',
	'dialog360 template.delete',
	'dialog360 template.edit',
	'partoo conversation.markAsRead',
	'partoo conversation.update',
	'partoo customChannel.ingest',
].map((name) => name.split(' ') as [string, string]);

it('is tried for each change that is repeated', () => {
	const known = everyOperation.map((operation) => operation.join(' '));
	expect(known).toEqual(expect.arrayContaining(REPEATED.map((operation) => operation.join(' '))));
});

const PAGE = '<html><title>Not found</title></html>';

describe.each(REPEATED)('%s %s whose answer was lost', (...operation) => {
	it.each([
		['a wrong key', 401, { error: 'Unknown key' }],
		['no permission', 403, { error: 'Forbidden' }],
		['another fault', 400, { error: 'Already so' }],
		['a page of a gateway that does not find the provider', 404, PAGE],
		['a proxy that wants a password', 407, ''],
		['a login page', 511, PAGE],
	])('may have been made, although its repetition was refused for %s', async (_, status, body) => {
		let changes = 0;
		const server = await startServer(({ method }, response) => {
			if (method === 'GET') return json(response, READ);
			if (++changes === 1) return void response.destroy();
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(typeof body === 'string' ? body : JSON.stringify(body));
		});
		const apiKey = `key of ${operation.join(' ')} ${status}`;
		const { items } = await runAt(server.url, operation, { apiKey, onError: 'continueRegularOutput' });
		expect(changes).toBeGreaterThan(1);
		expect(items[0]?.json).toMatchObject({ details: { maybeSent: true } });
		expect(JSON.stringify(items)).not.toContain('Nothing was sent');
		await server.close();
	});
});

describe('a change whose answer was lost', () => {
	const operation: [string, string] = ['partoo', 'conversation.update'];
	const atServer = async (second: 'closes' | 'limits' | 'succeeds') => {
		let changes = 0;
		const server = await startServer((_, response) => {
			if (++changes > 1 && second === 'limits') return json(response, {}, 429);
			if (changes > 1) return json(response, { status: 'success' });
			if (second === 'closes') server.server.close();
			response.destroy();
		});
		const requestOptions = { maxWaitForRateLimit: 0 };
		const { items } = await runAt(server.url, operation, {
			apiKey: `key that ${second}`,
			onError: 'continueRegularOutput',
			requestOptions,
		});
		await server.close();
		return items[0]?.json;
	};

	it('may have been made, although nobody is there any more for its repetition', async () => {
		expect(await atServer('closes')).toMatchObject({
			error: expect.stringContaining('broke before the answer came'),
			details: {
				maybeSent: true,
				cause: expect.stringContaining('It was repeated, which did not get through (ECONNREFUSED).'),
			},
		});
	});

	it('may have been made, although its repetition comes too often', async () => {
		expect(await atServer('limits')).toMatchObject({
			details: { maybeSent: true, cause: expect.stringContaining('did not get through (RATE_LIMIT)') },
		});
	});

	it('was made when its repetition is taken', async () => {
		expect(await atServer('succeeds')).toMatchObject({ status: 'success' });
	});
});

it('a change that was refused at once was not made', async () => {
	const server = await startServer((_, response) => json(response, { errors: 'Unknown key' }, 401));
	const { items } = await runAt(server.url, ['partoo', 'conversation.update'], {
		apiKey: 'key-refused',
		onError: 'continueRegularOutput',
	});
	expect(items[0]?.json).toMatchObject({ details: { maybeSent: false } });
	await server.close();
});

it('a question whose answer was lost has changed nothing', async () => {
	const server = await startServer((_, response) => void response.destroy());
	const { items } = await runAt(server.url, ['partoo', 'conversation.get'], {
		apiKey: 'key-reads',
		onError: 'continueRegularOutput',
	});
	expect(items[0]?.json).toMatchObject({
		details: { maybeSent: false, cause: 'The request only reads, so nothing was changed.', nextStep: 'Run it again.' },
	});
	await server.close();
});
