import type { InboxMessage, ShownConversation } from '../../sandbox/shared/inbox';
import { useSandbox } from './useSandbox';

const URL = 'http://127.0.0.1:5678/workflow/w/executions/7';
const { control, send } = useSandbox();

async function shownExecution(): Promise<string | null> {
	const { body } = await control<{ conversation: ShownConversation }>('GET', '/inbox/partoo/1001');
	return body.conversation.execution;
}

/** An execution of n8n says which messages it sent. */
async function tell(messages: Array<number | string>, url = URL): Promise<number> {
	return (await control('POST', '/executions/partoo', { url, messages: messages.map(String) })).status;
}

test('a conversation names the execution that wrote last in it, in the list too', async () => {
	const [first, last] = [await send(1001, 'One'), await send(1001, 'Two')];
	expect(await shownExecution()).toBeNull();
	await tell([first], 'http://127.0.0.1:5678/workflow/w/executions/6');
	expect(await shownExecution()).toBeNull();
	expect(await tell([last, 'unknown'])).toBe(200);
	expect(await shownExecution()).toBe(URL);
	const { body } = await control<{ conversations: ShownConversation[] }>('GET', '/inbox');
	expect(body.conversations.filter(({ execution }) => execution !== null).map(({ id }) => id)).toEqual(['1001']);
});

test('an execution that only repeats what another sent does not take its place', async () => {
	const id = await send(1001, 'One');
	await tell([id]);
	await tell([id], 'http://127.0.0.1:5678/workflow/other/executions/8');
	expect(await shownExecution()).toBe(URL);
});

test("a customer's answer leaves the execution, a colleague's takes it away", async () => {
	await tell([await send(1001, 'One')]);
	await control('POST', '/inbox/partoo/1001/messages', { text: 'Thank you' });
	expect(await shownExecution()).toBe(URL);
	await control('POST', '/inbox/partoo/1001/messages', { text: 'Welcome', as: 'colleague' });
	expect(await shownExecution()).toBeNull();
});

test('news about an older message leave the execution', async () => {
	const { body } = await control<{ messages: InboxMessage[] }>('GET', '/inbox/partoo/1001');
	const old = body.messages.find(({ from }) => from === 'business')!;
	await tell([await send(1001, 'One')]);
	await control('POST', `/inbox/partoo/messages/${old.id}/state`, { state: 'failed' });
	expect(await shownExecution()).toBe(URL);
});

test('an execution of which nobody wrote a message is nowhere, and a reset forgets all', async () => {
	const { body } = await control<{ messages: InboxMessage[] }>('GET', '/inbox/partoo/1001');
	await tell(body.messages.map(({ id }) => id));
	expect(await shownExecution()).toBeNull();
	await tell([await send(1001, 'One')]);
	await control('POST', '/reset');
	expect(await shownExecution()).toBeNull();
});

test('only a web page can be linked', async () => {
	expect(await tell([], 'javascript:alert(1)')).toBe(400);
});
