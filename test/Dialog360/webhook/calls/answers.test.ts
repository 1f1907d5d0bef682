import type { IDataObject } from 'n8n-workflow';
import { messageChange } from '../../../../sandbox/dialog360/webhooks/samples';
import { whatsappTime } from '../../../../sandbox/dialog360/webhooks/envelope';
import type { TriggerBench } from '../../../engine';
import { CUSTOMER, Dialog360Bench } from '../../dialog360';
import { deliver, startManual } from '../../trigger';

let bench: Dialog360Bench;
let trigger: TriggerBench;
/** The ID of a button with which this n8n asked. */
let id: string;

beforeAll(async () => {
	bench = await Dialog360Bench.start();
	const options = { checkTrigger: false };
	await bench.run('message.sendAndWait', { to: CUSTOMER, message: 'May I?', options });
	const [body] = (await bench.bodies()) as [{ interactive: { action: { buttons: [{ reply: { id: string } }] } } }];
	id = body.interactive.action.buttons[0].reply.id;
});
afterAll(async () => await bench.sandbox.stop());
// Nothing listens where the n8n of the tests has its waiting webhooks.
beforeEach(async () => (trigger = await startManual()));
afterEach(async () => await trigger.stop());

const tap = (buttonId: string, more: IDataObject = {}) => {
	const interactive = { type: 'button_reply', button_reply: { id: buttonId, title: 'Approve' } };
	return messageChange('text', { type: 'interactive', interactive, text: undefined, ...more });
};
describe('an answer to a question', () => {
	it('is to come again while n8n does not reach itself, and the log says where to look', async () => {
		expect(await deliver(trigger, tap(id))).toBe(503);
		expect(trigger.runs).toEqual([]);
		expect(trigger.logs.map(({ message }) => message).join('\n')).toMatch(
			/did not answer itself at 127\.0\.0\.1:5678 .*WEBHOOK_URL/,
		);
	});

	it('starts the workflow after an hour in which n8n did not reach itself, and says that it is late', async () => {
		const timestamp = whatsappTime(Date.now() - 3_700_000);
		expect(await deliver(trigger, tap(id, { timestamp }))).toBe(200);
		expect(trigger.runs).toMatchObject([{ text: 'Approve', replyId: id, isLateAnswer: true }]);
	});

	it('has one fate for all triggers that share the webhook and are told at the same moment', async () => {
		const other = await startManual();
		const change = tap(id, { timestamp: whatsappTime(Date.now() - 3_700_000) });
		expect(await Promise.all([deliver(trigger, change), deliver(other, change)])).toEqual([200, 200]);
		for (const { runs } of [trigger, other]) expect(runs).toMatchObject([{ replyId: id, isLateAnswer: true }]);
		await other.stop();
	});

	it('of another n8n, or without the form of one, is a message like any other', async () => {
		const mark = id.split(':')[1]!;
		const texts = [
			id.replace(mark, '0badbeef'),
			id.replace(mark, ''),
			`${id}:`,
			`${id}\n`,
			id.toUpperCase(),
			`${id}/..`,
		];
		for (const text of texts) expect(await deliver(trigger, tap(text))).toBe(200);
		expect(trigger.runs.map(({ replyId }) => replyId)).toEqual(texts);
		expect(trigger.runs.filter(({ isLateAnswer }) => isLateAnswer !== undefined)).toEqual([]);
	});
});
