import type { INodeParameters, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { Dialog360Api } from '../credentials/Dialog360Api.credentials';
import { Callbell } from '../nodes/Callbell/Callbell.node';
import { Dialog360 } from '../nodes/Dialog360/Dialog360.node';
import { Partoo } from '../nodes/Partoo/Partoo.node';
import { CUSTOMER, Dialog360Bench, KEY } from './Dialog360/dialog360';
import { runAsTool } from './engine/runAsTool';

/** A field that the model fills in; where it fails to say a value of the right type, n8n hands its text on. */
const fromAi = (key: string) => `={{ $fromAI('${key}', '', 'string') }}`;

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

async function use(operation: string, parameters: INodeParameters, input: Record<string, string>, apiKey = KEY) {
	const [resource, name] = operation.split('.') as [string, string];
	const credentials = { dialog360Api: bench.credential({ apiKey }) };
	return await runAsTool(
		{
			node: new Dialog360(),
			parameters: { resource, operation: name, ...parameters },
			credentials,
			credentialTypes: [new Dialog360Api()],
		},
		input,
	);
}

const send = async (input: Record<string, string>, apiKey?: string) =>
	await use('message.send', { to: fromAi('to'), messageType: 'text', text: fromAi('text') }, input, apiKey);

describe('a node as a tool of an AI agent', () => {
	it('says what it does, and tells the model what became of it', async () => {
		const { description, told } = await send({ to: CUSTOMER, text: 'Hello' });
		expect(description).toBe('Send WhatsApp message in 360dialog');
		expect(told).toMatchObject([{ recipient: CUSTOMER, status: 'sending', isFinal: false }]);
		expect(await bench.bodies()).toMatchObject([{ to: CUSTOMER, text: { body: 'Hello' } }]);
	});

	it('sends each of two calls, also of the same words', async () => {
		await send({ to: CUSTOMER, text: 'Again' });
		await send({ to: CUSTOMER, text: 'Again' });
		expect(await bench.bodies()).toHaveLength(2);
	});

	it('says in one sentence what is wrong with a field, and what to do', async () => {
		const { told } = await send({ to: 'Lena', text: 'Hello' });
		expect(told).toHaveLength(1);
		expect(told[0]!.error).toMatch(/^'Recipient' .+\. .*(Give|Check).+\.$/);
		expect(told[0]!.error).not.toMatch(/\[item/);
		expect(await bench.bodies()).toEqual([]);
	});

	it.each([
		['an object', '[object Object]', CUSTOMER],
		['a text that is too long', 'x'.repeat(5000), CUSTOMER],
		['a number without its country', 'Hello', '0612345678'],
		['a variable', '{{ name }}', CUSTOMER],
	])('tells it to use no expression, node or option where it gave %s', async (_, text, to) => {
		const { told } = await send({ to, text });
		expect(told[0]!.error).toMatch(/^'(Text|Recipient)' .+\. .*(Give|Shorten|Correct).+\.$/s);
		expect(told[0]!.error).not.toMatch(/\. .*(\$json|\bexpression|the node|option '|Switch)/);
		expect(await bench.bodies()).toEqual([]);
	});

	it("says so of a provider's refusal, and without the key", async () => {
		const { told } = await send({ to: CUSTOMER, text: 'Hello' }, 'wrong-key');
		expect(told[0]!.error).toMatch(/API key.+\. .+\.$/);
		expect(told[0]!.error).not.toContain('wrong-key');
	});

	it('takes numbers as texts', async () => {
		const { told } = await use(
			'message.send',
			{
				to: CUSTOMER,
				messageType: 'location',
				latitude: fromAi('latitude'),
				longitude: fromAi('longitude'),
			} as INodeParameters,
			{ latitude: '48.9', longitude: '2.3' },
		);
		expect(told).toMatchObject([{ status: 'sending' }]);
		expect(await bench.bodies()).toMatchObject([{ location: { latitude: 48.9, longitude: 2.3 } }]);
		const many = await use('template.getAll', { returnAll: false, limit: fromAi('limit') }, { limit: '2' });
		expect(many.told).toHaveLength(2);
	});

	it('takes a switch as a text', async () => {
		const { id } = await bench.sandbox.control<{ id: string }>('POST', 'dialog360/messages', {
			from: CUSTOMER,
			text: 'Hi',
		});
		const parameters = { messageId: id, options: { typingIndicator: fromAi('typing') } };
		await use('message.markAsRead', parameters, { typing: 'false' });
		await use('message.markAsRead', parameters, { typing: 'true' });
		const [without, withIt] = await bench.bodies();
		expect(without).not.toHaveProperty('typing_indicator');
		expect(withIt).toHaveProperty('typing_indicator');
	});
});

describe.each([new Dialog360(), new Callbell(), new Partoo()] as INodeType[])('$description.displayName', (node) => {
	const operations = node.description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options }) => options as INodePropertyOptions[]);

	/** What a model that builds workflows reads, and the person who describes the tool to another. */
	it.each(operations.map(({ action, description }) => [action!, description!] as const))(
		'%s: says what comes back',
		(_, description) => expect(description).toMatch(/^Get .+|; answers .+|\(upsert\)$/),
	);

	it.each(operations.map(({ action, name }) => [action!, name]))(
		'%s: is found by the name that the panel and the documentation have for it: %s',
		(action, name) => expect(action.toLowerCase()).toMatch(new RegExp(name.toLowerCase().split(' ').join('\\b.*\\b'))),
	);
});
