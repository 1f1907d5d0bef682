import { CUSTOMER, Dialog360Bench } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

describe('Mark as Read', () => {
	it.each([
		[{}, {}],
		[{ options: { typingIndicator: true } }, { typing_indicator: { type: 'text' } }],
	])('sends the status %j', async (parameters, extra) => {
		const { id: messageId } = await bench.sandbox.control<{ id: string }>('POST', 'dialog360/messages', {
			from: CUSTOMER,
			text: 'Hello?',
		});
		const { items } = await bench.run('message.markAsRead', { messageId, ...parameters });
		expect(await bench.bodies()).toEqual([
			{ messaging_product: 'whatsapp', status: 'read', message_id: messageId, ...extra },
		]);
		expect(items[0]?.json).toEqual({ success: true, messageId });
	});
});
