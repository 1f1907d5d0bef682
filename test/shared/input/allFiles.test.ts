import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { CUSTOMER } from '../../Dialog360/dialog360';
import { binaryItem } from '../../engine';
import { useEveryBench } from '../../everyBench';
import { byId, FACEBOOK } from '../../Partoo/partoo';

const benches = useEveryBench();

const ALL = '={{ $binary }}';
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const item = async (names: string[]): Promise<INodeExecutionData> => {
	const { binary, ...rest } = await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data: PNG });
	return { ...rest, binary: Object.fromEntries(names.map((name) => [name, Object.values(binary!)[0]!])) };
};
const inMode = (mode: string, value: string) => ({ __rl: true, mode, value }) as unknown as INodeParameters;

type Case = ['dialog360' | 'partoo', string, INodeParameters, string];
const FORMS: Case[] = [
	['dialog360', 'media.upload', { binaryPropertyName: ALL }, 'Binary Field'],
	['dialog360', 'message.send', { to: CUSTOMER, messageType: 'image', media: inMode('binary', ALL) }, 'Media'],
	[
		'dialog360',
		'message.sendInteractive',
		{
			to: CUSTOMER,
			text: 'Hi',
			buttons: { button: [{ title: 'Yes', id: '1' }] },
			options: { headerImage: inMode('binary', ALL) },
		},
		'Header Image',
	],
	[
		'partoo',
		'message.send',
		{ conversationId: byId(FACEBOOK), messageType: 'Image', imageSource: 'binary', binaryPropertyName: ALL },
		'Input Binary Field',
	],
];

describe.each(FORMS)('all files of the item in a field of %s, %s', (provider, operation, form, label) => {
	const run = async (names: string[]) =>
		(await benches[provider].run(operation, form, { items: [await item(names)] })).error;

	it('are the one file that there is', async () => expect(await run(['invoice'])).toBeUndefined());

	it('are refused by their names where there are several', async () => {
		const error = await run(['invoice', 'terms and conditions']);
		expect(error?.message).toBe(`'${label}' holds all 2 files of the item: invoice, terms and conditions [item 0]`);
		expect(error?.description).toContain('Name one: invoice, or {{ $binary["invoice"] }}');
	});

	it('are refused where there is none, with what to do', async () => {
		const error = await run([]);
		expect(error?.message).toContain(`'${label}' `);
		expect(error?.description).toMatch(/the name of (its|a|the) binary field/);
	});
});

it('a header without its file says what it takes', async () => {
	const options = { headerImage: inMode('binary', '={{ null }}') };
	const form = { to: CUSTOMER, text: 'Hi', buttons: { button: [{ title: 'Yes', id: '1' }] }, options };
	const { error } = await benches.dialog360.run('message.sendInteractive', form);
	expect(error?.message).toContain("'Header Image' is empty, and the message would go out without it");
	expect(error?.description).toContain(
		"'Header Image' takes a URL, a media ID, the name of a binary field or the file",
	);
});
