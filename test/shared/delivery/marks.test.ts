import type { INodeParameters } from 'n8n-workflow';
import { readMark } from '../../../nodes/shared/delivery/mark';
import { CallbellBench, CUSTOMER as CALLBELL_CUSTOMER, numbered } from '../../Callbell/callbell';
import { CUSTOMER, Dialog360Bench } from '../../Dialog360/dialog360';

let dialog360: Dialog360Bench;
let callbell: CallbellBench;
beforeAll(async () => {
	[dialog360, callbell] = await Promise.all([Dialog360Bench.start(), CallbellBench.start()]);
});
afterAll(async () => await Promise.all([dialog360.sandbox.stop(), callbell.sandbox.stop()]));
beforeEach(async () => await Promise.all([dialog360.sandbox.reset(), callbell.sandbox.reset()]));

const LONG = 'a'.repeat(5_000);

/** The marks at 360dialog of the messages of three items. */
async function tracked(options: INodeParameters, text = 'Hi'): Promise<unknown[]> {
	const form = { to: CUSTOMER, text, options };
	const { error } = await dialog360.run('message.send', form, { items: numbered(3) });
	expect(error?.message).toBeUndefined();
	return (await dialog360.markedBodies()).map((body) => body.biz_opaque_callback_data);
}

/** The metadata at Callbell of a message. */
async function metadata(options: INodeParameters): Promise<unknown> {
	const { error } = await callbell.run('message.send', { to: CALLBELL_CUSTOMER, text: 'Hi', options });
	expect(error?.message).toBeUndefined();
	return (await callbell.markedBodies())[0]!.metadata;
}

describe('the mark of a message', () => {
	it('names the workflow, the execution, the node, its run and the item', async () => {
		const origins = (await tracked({})).map(readMark);
		const executionId = expect.stringMatching(/^\d+$/) as string;
		expect(origins).toEqual(
			[0, 1, 2].map((itemIndex) => ({ workflowId: 'workflow', executionId, nodeId: 'node-1', runIndex: 0, itemIndex })),
		);
		expect(new Set(origins.map((origin) => origin?.executionId)).size).toBe(1);
	});

	it('numbers the parts of a long text', async () => {
		const marks = await tracked({ splitLongTexts: true }, LONG);
		const items = marks.map((mark) => String(mark).split(':').at(-1));
		expect(items.sort()).toEqual(['0.1', '0.2', '1.1', '1.2', '2.1', '2.2']);
		expect(marks.map((mark) => readMark(mark)?.itemIndex).sort()).toEqual([0, 0, 1, 1, 2, 2]);
	});

	it('gives way to what the user has set', async () => {
		expect(await tracked({ trackingText: 'order-1' })).toEqual(['order-1', 'order-1', 'order-1']);
		await dialog360.sandbox.reset();
		const body = '{"biz_opaque_callback_data": "order-2"}';
		expect(await tracked({ additionalBodyFields: body })).toEqual(['order-2', 'order-2', 'order-2']);
		expect(await metadata({ metadata: { pair: [{ key: 'order', value: '3' }] } })).toEqual({ order: '3' });
	});

	it('is left out where the user wants none', async () => {
		expect(await tracked({ markMessages: false })).toEqual([undefined, undefined, undefined]);
		expect(await metadata({ markMessages: false })).toBeUndefined();
	});

	it("is the only pair of Callbell's metadata, in the same writing", async () => {
		const { n8n, ...others } = (await metadata({})) as { n8n: string };
		expect(readMark(n8n)).toMatchObject({ workflowId: 'workflow', nodeId: 'node-1', runIndex: 0, itemIndex: 0 });
		expect(others).toEqual({});
	});

	it.each([['order-1'], [''], [undefined], ['n8n:'], ['n8n:a:b:c:1:x'], ['x n8n:a:b:c:1:2']])(
		'is not seen in %j',
		(text) => {
			expect(readMark(text)).toBeUndefined();
		},
	);
});
