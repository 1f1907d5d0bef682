import { messageChange, OTHER_SAMPLES, statusChange } from '../../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../../engine';
import { deliver, SIGNED, startManual } from '../../trigger';

let trigger: TriggerBench;

const start = async (...given: Parameters<typeof startManual>) => (trigger = await startManual(...given));
afterEach(async () => await trigger.stop());

const statuses = (...wanted: string[]) => ({ events: ['status'], filters: { statuses: wanted } });
const words = () => trigger.runs.map(({ providerStatus }) => providerStatus);

describe('a repeated call', () => {
	it('starts nothing and is answered with 200', async () => {
		await start();
		const change = messageChange('text');
		for (let call = 0; call < 5; call++) expect(await deliver(trigger, change)).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('starts nothing when many come at the same time', async () => {
		await start();
		const change = messageChange('text');
		await Promise.all(Array.from({ length: 20 }, async () => await deliver(trigger, change)));
		expect(trigger.runs).toHaveLength(1);
	});

	it('is known by the ID of the message, whatever else changed', async () => {
		await start();
		for (const url of ['https://lookaside.fbsbx.com/1', 'https://lookaside.fbsbx.com/2']) {
			await deliver(trigger, messageChange('image', { id: 'wamid.same', image: { id: '1', url } }));
		}
		expect(trigger.runs).toHaveLength(1);
	});

	it('starts what is new in it', async () => {
		await start();
		const [first, second] = [messageChange('text', { id: 'wamid.1' }), messageChange('text', { id: 'wamid.2' })];
		await deliver(trigger, first);
		await deliver(trigger, first, second);
		expect(trigger.runs.map(({ messageId }) => messageId)).toEqual(['wamid.1', 'wamid.2']);
	});

	it('of an edit is told from the next edit', async () => {
		await start();
		const edit = (text: string) =>
			messageChange('edit', {
				id: 'wamid.e',
				edit: { original_message_id: 'wamid.o', message: { type: 'text', text: { body: text } } },
			});
		for (const text of ['one', 'one', 'two']) await deliver(trigger, edit(text));
		expect(trigger.runs.map(({ text }) => text)).toEqual(['one', 'two']);
	});

	it('of a status is known after others came in between', async () => {
		await start(statuses('sent', 'read', 'failed'));
		for (const status of ['sent', 'read', 'sent', 'read'])
			await deliver(trigger, statusChange({ id: 'wamid.1', status }));
		expect(words()).toEqual(['sent', 'read']);
	});

	it('of a status in a group is one of the same participant', async () => {
		await start(statuses('delivered', 'read'));
		const status = { id: 'wamid.1', status: 'delivered', recipient_type: 'group', recipient_id: 'group-1' };
		for (const recipient_participant_id of ['1', '2', '1', '2'])
			await deliver(trigger, statusChange({ ...status, recipient_participant_id }));
		expect(trigger.runs.map(({ recipient }) => recipient)).toEqual(['1', '2']);
	});

	it('of a status in a group is one of the same participant, where nobody shows a number', async () => {
		await start(statuses('delivered'));
		const status = { id: 'wamid.2', status: 'delivered', recipient_type: 'group', recipient_id: 'group-1' };
		for (const recipient_participant_user_id of ['DE.1', 'DE.2', 'DE.1'])
			await deliver(trigger, statusChange({ ...status, recipient_participant_user_id }));
		expect(trigger.runs.map(({ recipientId }) => recipientId)).toEqual(['DE.1', 'DE.2']);
	});

	it('of something without an ID is known when all of it is equal', async () => {
		await start({ events: ['account', 'error', 'phoneNumber', 'template'] });
		const [account, error, quality] = ['account_update', 'error', 'phone_number_quality_update'].map((kind) =>
			OTHER_SAMPLES[kind]!(),
		);
		for (const change of [account!, error!, quality!, account!, error!]) await deliver(trigger, change);
		expect(trigger.runs.map(({ event }) => event)).toEqual(['account_update', 'error', 'phone_number_quality_update']);
	});

	it('of something that has no time either is none an hour later', async () => {
		await start({ events: ['account', 'error'] });
		const [error, update] = [OTHER_SAMPLES.error!(), { field: 'account_update', value: { event: 'VERIFIED_ACCOUNT' } }];
		const call = async () =>
			await trigger.call(
				JSON.stringify({
					entry: [
						{ id: '1', changes: [error] },
						{ id: '1', time: 1749416383, changes: [update] },
					],
				}),
				SIGNED,
			);
		const now = performance.now();
		for (const later of [0, 0, 3_600_000]) {
			jest.spyOn(performance, 'now').mockReturnValue(now + later);
			await call();
		}
		jest.restoreAllMocks();
		expect(trigger.runs.map(({ event }) => event)).toEqual(['error', 'account_update', 'error']);
	});

	it('starts the run when n8n could not save the first one', async () => {
		await start();
		const change = messageChange('text');
		trigger.server.canSave = false;
		expect(await deliver(trigger, change, messageChange('text'))).toBe(500);
		trigger.server.canSave = true;
		for (let call = 0; call < 2; call++) expect(await deliver(trigger, change)).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('starts a test each time somebody listens', async () => {
		await start({}, { isTest: true });
		const change = messageChange('text');
		for (let call = 0; call < 2; call++) await deliver(trigger, change);
		expect(trigger.runs).toHaveLength(2);
	});

	it('cannot poison the memory without the secret', async () => {
		await start();
		const change = messageChange('text');
		await trigger.call(JSON.stringify({ entry: [{ changes: [change] }] }));
		await deliver(trigger, change);
		expect(trigger.runs).toHaveLength(1);
	});

	it('of a thousand messages in one call is known', async () => {
		await start();
		const changes = Array.from({ length: 1_000 }, () => messageChange('text'));
		for (let call = 0; call < 2; call++) await deliver(trigger, ...changes);
		expect(trigger.runs).toHaveLength(1_000);
	});
});

describe('Delivered', () => {
	const told = async (wanted: string[], ...came: string[]) => {
		await start(statuses(...wanted));
		for (const status of came) await deliver(trigger, statusChange({ id: 'wamid.1', status }));
		return words();
	};

	it('is the first word that the message arrived', async () => {
		expect(await told(['delivered'], 'sent', 'delivered', 'read', 'played')).toEqual(['delivered']);
	});

	it('can be that it was read, without a word of the delivery', async () => {
		expect(await told(['delivered'], 'sent', 'read', 'delivered')).toEqual(['read']);
	});

	it('leaves a later word to who wants that too', async () => {
		expect(await told(['delivered', 'read'], 'delivered', 'read', 'played')).toEqual(['delivered', 'read']);
	});

	it('is no news after it was read', async () => {
		expect(await told(['delivered', 'read'], 'read', 'delivered')).toEqual(['read']);
	});

	it('is of each message', async () => {
		await start(statuses('delivered'));
		for (const id of ['wamid.1', 'wamid.2']) await deliver(trigger, statusChange({ id, status: 'delivered' }));
		expect(words()).toHaveLength(2);
	});
});
