import type { IDataObject } from 'n8n-workflow';
import { created, updated } from '../../trigger';
import { useOutput } from './useOutput';

const { outputOf } = useOutput();
const { payload } = created() as { payload: IDataObject };

describe('what is missing loses no message', () => {
	it.each<[string, IDataObject]>([
		['the name of the event', { payload }],
		['a name that is null', { event: null, payload }],
		['a name that is empty', { event: '', payload }],
	])('%s', async (_, event) => {
		expect(await outputOf(event)).toMatchObject({ event: 'message_created', text: 'Are you open?', raw: event });
	});

	it('whether it came in or went out: the direction is null then', async () => {
		expect(await outputOf(created({ status: null }))).toMatchObject({ direction: null, text: 'Are you open?' });
		expect(await outputOf(created({ status: 'RECEIVED' }))).toMatchObject({ direction: 'incoming' });
	});

	it('the status of an update', async () => {
		expect(await outputOf(updated({ status: null }))).toMatchObject({
			status: 'unknown',
			repeatKey: expect.not.stringMatching(/null|undefined/),
		});
	});

	it('who wrote: the contact did', async () => {
		const hidden = { phoneNumber: null, bsuid: 'ES.88' };
		expect(await outputOf(created({ from: null }, hidden))).toMatchObject({ sender: 'ES.88' });
	});
});

describe('an attachment', () => {
	it.each([
		[['https://files.example/a.jpg']],
		[[{ url: 'https://files.example/a.jpg' }]],
		['https://files.example/a.jpg'],
	])('is found in %j', async (attachments) => {
		expect(await outputOf(created({ attachments }))).toMatchObject({
			contentType: 'image',
			mediaUrl: 'https://files.example/a.jpg',
			attachments: ['https://files.example/a.jpg'],
		});
	});
});

describe('a word in capitals', () => {
	it('is the same status, with its reason', async () => {
		const messageStatusPayload = { payload: { reason: 'Gone' } };
		const [capital, usual] = [
			await outputOf(updated({ uuid: 'u1', status: 'FAILED', messageStatusPayload })),
			await outputOf(updated({ uuid: 'u2', status: 'failed', messageStatusPayload })),
		];
		expect(capital).toMatchObject({ status: 'failed', isFinal: true, errorMessage: usual.errorMessage });
	});
});
