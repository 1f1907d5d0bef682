import { CallbellBench, CUSTOMER } from '../../Callbell/callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

it('shows a customer of Callbell, lets the customer write and says what becomes of a message', async () => {
	const [contact] = (
		await bench.sandbox.control<{ contacts: Array<{ uuid: string; name: string }> }>('GET', 'callbell/contacts')
	).contacts;
	expect(contact).toMatchObject({ name: 'John Doe' });
	const written = await bench.sandbox.control('POST', `inbox/callbell/${contact!.uuid}/messages`, { text: 'Thanks' });
	expect(written).toMatchObject({ from: 'consumer', text: 'Thanks', state: null });

	const { items } = await bench.run('message.send', { to: CUSTOMER, text: 'Bye #stuck' });
	const messageId = String(items[0]?.json.messageId);
	const decided = await bench.sandbox.control('POST', `inbox/callbell/messages/${messageId}/state`, { state: 'read' });
	expect(decided).toMatchObject({ from: 'business', text: 'Bye #stuck', state: 'read' });
	expect((await bench.run('message.getStatus', { messageId })).items[0]?.json.status).toBe('read');
});
