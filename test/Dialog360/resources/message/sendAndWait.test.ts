import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../../../engine';
import { byId, CUSTOMER, Dialog360Bench } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

/** The n8n of the tests has no trigger at the sandbox. */
const UNCHECKED = { checkTrigger: false };
/** As WhatsApp keeps it: the mark of n8n, execution, run, answer, signature, node. */
const WAY_BACK = /^n8n-ask:[0-9a-f]{8}:\d+:0:(\d):[\w-]{43}:node-1$/;

async function ask(
	{ options, ...parameters }: INodeParameters,
	extras: Parameters<Dialog360Bench['run']>[2] = {},
): Promise<NodeRun> {
	return await bench.run(
		'message.sendAndWait',
		{
			to: CUSTOMER,
			...(!parameters.sendAs && { message: 'May I?' }),
			...parameters,
			options: { ...UNCHECKED, ...(options as IDataObject) } as never,
		},
		extras,
	);
}

interface Reply {
	id: string;
	title: string;
}
const buttonsOf = ({ interactive }: IDataObject) =>
	(interactive as { action: { buttons: Array<{ reply: Reply }> } }).action.buttons.map(({ reply }) => reply);

describe('Send and Wait for Answer', () => {
	it('asks with two buttons, whose IDs hold their way back, and waits', async () => {
		const run = await ask({});
		expect(run.error).toBeUndefined();
		expect(run.status).toBe('waiting');
		expect(run.saved!.waitTill).toEqual(WAIT_INDEFINITELY);
		const [body] = await bench.bodies();
		expect(body).toMatchObject({ to: CUSTOMER, interactive: { type: 'button', body: { text: 'May I?' } } });
		const buttons = buttonsOf(body!);
		expect(buttons.map(({ title }) => title)).toEqual(['Approve', 'Decline']);
		expect(buttons.map(({ id }) => WAY_BACK.exec(id)?.[1])).toEqual(['0', '1']);
		expect(new Set(buttons.map(({ id }) => id.split(':')[5])).size).toBe(2);
	});

	it('asks with the labels of the approval, and with one button where nobody is to decline', async () => {
		await ask({ approvalOptions: { values: { approvalType: 'double', approveLabel: 'Yes', disapproveLabel: 'No' } } });
		await ask({ approvalOptions: { values: { approvalType: 'single', approveLabel: 'Got it' } } });
		const bodies = await bench.bodies();
		expect(bodies.map((body) => buttonsOf(body).map(({ title }) => title))).toEqual([['Yes', 'No'], ['Got it']]);
	});

	it('asks with a list, header, footer and as an answer to a message', async () => {
		const run = await ask({
			responseType: 'list',
			buttonText: 'Times',
			rows: {
				row: [
					{ title: '10:00', description: 'in the office' },
					{ title: '11:00', id: 'eleven' },
				],
			},
			options: { headerText: 'Appointment', footer: 'Tap one', replyTo: 'wamid.1' },
		});
		expect(run.status).toBe('waiting');
		const [{ interactive, context }] = (await bench.bodies()) as [IDataObject];
		expect(context).toEqual({ message_id: 'wamid.1' });
		expect(interactive).toMatchObject({
			header: { type: 'text', text: 'Appointment' },
			footer: { text: 'Tap one' },
			action: {
				button: 'Times',
				sections: [{ rows: [{ title: '10:00', description: 'in the office' }, { title: '11:00' }] }],
			},
		});
		const [{ rows }] = (interactive as { action: { sections: [{ rows: Reply[] }] } }).action.sections;
		expect(rows.map(({ id }) => WAY_BACK.exec(id)?.[1])).toEqual(['0', '1']);
		expect(Math.max(...rows.map(({ id }) => id.length))).toBeLessThanOrEqual(128);
	});

	it('asks with an approved template, whose quick replies answer with what was given for them', async () => {
		const values = { header_latitude: 48.9, header_longitude: 2.3, body_1: 'Monday', body_2: '10:00' };
		const template = { sendAs: 'template', template: byId('appointment:en_US'), valuesFrom: 'values' };
		const run = await ask({
			responseType: 'buttons',
			...template,
			templateValues: JSON.stringify({ ...values, button_0_payload: 'confirm' }),
		});
		expect(run.status).toBe('waiting');
		const [{ template: sent }] = (await bench.bodies()) as [{ template: { components: IDataObject[] } }];
		const replies = sent.components.filter(({ type }) => type === 'button');
		const payloads = replies.map(({ parameters }) => (parameters as [{ payload: string }])[0].payload);
		expect(replies.map(({ sub_type, index }) => [sub_type, index])).toEqual([
			['quick_reply', 0],
			['quick_reply', 1],
		]);
		expect(payloads.map((payload) => WAY_BACK.exec(payload)?.[1])).toEqual(['0', '1']);
		expect(run.saved!.executionData!.contextData['node:Node']).toMatchObject({
			question: {
				answers: [
					{ id: 'confirm', title: 'Yes' },
					{ id: 'Another time', title: 'Another time' },
				],
			},
		});

		const none = await ask({ ...template, template: byId('hello_world:en_US'), templateValues: '{}' });
		expect(none.error?.message).toBe("'Template' has no quick reply, so that nobody could answer [item 0]");
	});

	it('keeps what the item was, and waits no longer than it is told', async () => {
		const values = { limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'hours' };
		const begun = Date.now();
		const run = await ask({ options: { limitWaitTime: { values } } }, { items: [{ json: { order: 7 } }] });
		expect(new Date(run.saved!.waitTill!).getTime() - begun).toBeGreaterThan(7_190_000);
		expect(new Date(run.saved!.waitTill!).getTime() - begun).toBeLessThan(7_260_000);
		expect(run.saved!.executionData!.nodeExecutionStack[0]!.data.main![0]![0]!.json).toMatchObject({
			order: 7,
			answer: null,
			isApproved: null,
			isTimedOut: true,
			question: { status: 'sending', recipient: CUSTOMER },
		});
	});

	it('waits until a date, in the zone of the workflow', async () => {
		const values = { limitType: 'atSpecifiedTime', maxDateAndTime: '2099-06-01T12:00:00' };
		const run = await ask({ options: { limitWaitTime: { values } } }, { timezone: 'Europe/Paris' });
		expect(new Date(run.saved!.waitTill!).toISOString()).toBe('2099-06-01T10:00:00.000Z');
		const none = { limitWaitTime: { values: { ...values, maxDateAndTime: '' } } };
		expect((await ask({ options: none })).error?.message).toBe("'Max Date and Time' is empty [item 0]");
		const over = { limitWaitTime: { values: { ...values, maxDateAndTime: '2020-01-01T00:00:00Z' } } };
		const { error } = await ask({ options: over });
		expect(error?.message).toBe("'Max Date and Time' holds 2020-01-01T00:00:00.000Z, which is over [item 0]");
	});

	it('sends the question once, however often n8n tries the node', async () => {
		await bench.fault([{ method: 'POST', path: '/messages', effect: 'lostAnswer' }]);
		const run = await ask({}, { retryOnFail: true, maxTries: 3 });
		expect(run.error?.message).toMatch(/may have been sent/);
		expect(await bench.bodies()).toHaveLength(1);
	});

	it('hands a failed item on under Continue On Fail, and does not wait for it', async () => {
		const run = await ask({ to: 'nobody' }, { onError: 'continueRegularOutput' });
		expect(run.status).toBe('success');
		expect(run.items[0]!.json).toMatchObject({ error: expect.stringMatching(/'Recipient'/) as string });
	});

	it('refuses several items, since n8n waits for one answer', async () => {
		const run = await ask({}, { items: [{ json: {} }, { json: {} }] });
		expect(run.error).toMatchObject({
			message: 'Send and Wait for Answer asks one question in each run, and the node was given 2 items',
			description: expect.stringContaining('Loop Over Items') as string,
		});
		expect(await bench.bodies()).toEqual([]);
		const once = await ask({}, { items: [{ json: {} }, { json: {} }], executeOnce: true });
		expect(once.status).toBe('waiting');
	});

	it.each<[object, string]>([
		[{ interactive: { action: { buttons: [] } } }, 'interactive.action'],
		[{ interactive: { type: 'list' } }, 'interactive.type'],
		[{ interactive: null }, 'interactive.type'],
		[{ type: 'text', text: { body: 'Hi' } }, 'type'],
	])('refuses additional fields that take the way back out of it: %j', async (added, path) => {
		const { error } = await ask({ options: { additionalBodyFields: JSON.stringify(added) } });
		expect(error?.message).toBe(
			`'Additional Body Fields' changes "${path}", and the answers could not come back then [item 0]`,
		);
		expect(await bench.bodies()).toEqual([]);
	});

	it('takes additional fields that leave the buttons alone', async () => {
		const added = { interactive: { footer: { text: 'Tap one' } }, context: { message_id: 'wamid.1' } };
		const run = await ask({ options: { additionalBodyFields: JSON.stringify(added) } });
		expect(run.status).toBe('waiting');
		expect((await bench.bodies())[0]).toMatchObject(added);
	});

	it.each([
		['Answer By', { responseType: '={{ $json.how }}' }],
		['Answer By', { responseType: '={{ "list" }}' }],
		['Send As', { sendAs: '={{ $json.as }}' }],
	])('says that %s takes no expression, before n8n misses the fields of another choice', async (label, form) => {
		const { error } = await ask(form);
		expect(error?.message).toBe(
			`'${label}' is an expression, and decides which fields the node has; n8n evaluates none there [item 0]`,
		);
		expect(error?.description).toContain('put a Switch before');
	});

	it('does not ask when 360dialog surely calls another n8n', async () => {
		const run = await ask({ options: { checkTrigger: true } });
		expect(run.error?.message).toBe(
			'An answer could not come back: 360dialog calls nobody for this number, and not this n8n at http://127.0.0.1:5678 [item 0]',
		);
		expect(await bench.bodies()).toEqual([]);
	});
});
