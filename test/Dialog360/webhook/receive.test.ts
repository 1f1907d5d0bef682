import type { OutgoingHttpHeaders } from 'node:http';
import { callBody } from '../../../sandbox/dialog360/webhooks/envelope';
import { messageChange } from '../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../engine';
import { SIGNED, startManual } from '../trigger';

const body = callBody([messageChange('text')]);
let trigger: TriggerBench;

const start = async (...given: Parameters<typeof startManual>) => (trigger = await startManual(...given));
afterEach(async () => await trigger.stop());

async function refused(headers: OutgoingHttpHeaders, status = 401, bytes: Uint8Array | string = body): Promise<void> {
	expect(await trigger.call(bytes, headers)).toEqual({ status, body: { message: expect.any(String) } });
	expect(trigger.runs).toEqual([]);
}

describe('a call with another body', () => {
	it.each(['[]', '"text"', '1', 'null', ''])('is refused: %s', async (text) => {
		await start();
		await refused(SIGNED, 400, text);
	});

	it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
		'is no JSON to n8n: %s',
		async (type) => {
			await start();
			await refused({ ...SIGNED, 'content-type': type }, 400);
		},
	);

	it('is read as UTF-8, whatever charset it claims', async () => {
		await start();
		await trigger.call(callBody([messageChange('text', { text: { body: 'Prêt ☕' } })]), {
			...SIGNED,
			'content-type': 'application/json; charset=latin1',
		});
		expect(trigger.runs).toMatchObject([{ text: 'Prêt ☕' }]);
	});
});

it('a call that cannot be judged is to come again: 503, and a line in the log', async () => {
	await start({ events: [] });
	await refused(SIGNED, 503);
	expect(trigger.logs).toContainEqual(
		expect.objectContaining({ level: 'error', message: expect.stringContaining("'Events' is empty") }),
	);
});
