import { redactor } from '../../../nodes/shared/failures/secrets';

const KEY = 'partoo-key-0123456789';
const hide = redactor({ apiKey: KEY });

/** Milliseconds that hiding takes in an answer that holds the key beside so many bytes in base64. */
function timeFor(bytes: number): number {
	const answer = {
		file: Buffer.alloc(bytes, 'A picture, or another file. ').toString('base64'),
		said: `Bearer ${KEY}`,
	};
	const began = performance.now();
	expect(hide(answer).said).toBe('Bearer ***');
	return performance.now() - began;
}

describe('hiding a key', () => {
	it('takes time in proportion to the length of an answer, so that a long one does not halt n8n', () => {
		timeFor(10_000);
		// A pattern that walked the text anew from each letter would take 64 times as long.
		expect(timeFor(400_000)).toBeLessThan(24 * timeFor(50_000));
	});

	it.each([{ status: 'success', message_id: 12 }, 'It is sent', null, undefined])('leaves %j alone', (answer) => {
		expect(hide(answer)).toBe(answer);
	});
});
