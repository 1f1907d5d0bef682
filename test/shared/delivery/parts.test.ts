import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CUSTOMER } from '../../Dialog360/dialog360';
import { useEveryBench } from '../../everyBench';
import { byId, FACEBOOK, INSTAGRAM, numbered, SMS } from '../../Partoo/partoo';
import type { PartooBench } from '../../Partoo/partoo';

const benches = useEveryBench();

/** Three paragraphs of which no two are short enough for one message. */
const paragraphs = (length: number) => ['a', 'b', 'c'].map((letter) => letter.repeat(length));
const split = { splitLongTexts: true };
const partooPosts = async () => await benches.partoo.sandbox.requests({ method: 'POST', path: '/messages' });

interface Channel {
	channel: string;
	/** Characters of the paragraphs. */
	length: number;
	parameters: INodeParameters;
	bench: () => Pick<PartooBench, 'run'>;
	/** The texts that arrived. */
	texts: () => Promise<unknown[]>;
}

const fromCallbell = async () => (await benches.callbell.bodies()).map(({ content }) => (content as IDataObject).text);
const fromPartoo = async () => (await partooPosts()).map(({ body }) => body.content);

const channels: Channel[] = [
	{
		channel: 'WhatsApp by 360dialog',
		length: 3000,
		parameters: { to: CUSTOMER },
		bench: () => benches.dialog360,
		texts: async () => (await benches.dialog360.bodies()).map(({ text }) => (text as IDataObject).body),
	},
	{
		channel: 'WhatsApp by Callbell',
		length: 3000,
		parameters: { to: `+${CUSTOMER}` },
		bench: () => benches.callbell,
		texts: fromCallbell,
	},
	{
		channel: 'Instagram by Callbell',
		length: 800,
		parameters: { to: '17841405822304', from: 'instagram' },
		bench: () => benches.callbell,
		texts: fromCallbell,
	},
	{
		channel: 'Facebook by Partoo',
		length: 1500,
		parameters: { conversationId: byId(FACEBOOK) },
		bench: () => benches.partoo,
		texts: fromPartoo,
	},
	{
		channel: 'Instagram by Partoo',
		length: 800,
		parameters: { conversationId: byId(INSTAGRAM) },
		bench: () => benches.partoo,
		texts: fromPartoo,
	},
];

describe.each(channels)('a text that is too long for $channel', ({ length, parameters, bench, texts }) => {
	const parts = paragraphs(length);
	const form = (options: INodeParameters = split) => ({ ...parameters, text: parts.join('\n\n'), options });

	it('goes out in parts, in their order, as one item with the IDs of all', async () => {
		const { items, error } = await bench().run('message.send', form());
		expect(error?.message).toBeUndefined();
		expect(await texts()).toEqual(parts);
		expect(items).toHaveLength(1);
		const { messageIds, messageId } = items[0]!.json as { messageIds: string[]; messageId: string };
		expect(new Set(messageIds).size).toBe(3);
		expect(messageIds).toContain(messageId);
	});

	it('is one message where only blanks make it too long', async () => {
		for (const text of [`${'a'.repeat(length)}${' '.repeat(3000)}`, `${'\n'.repeat(5000)}end`]) {
			const { items, error } = await bench().run('message.send', { ...parameters, text, options: split });
			expect(error?.message).toBeUndefined();
			expect(items[0]!.json.messageIds).toBeUndefined();
		}
		expect(await texts()).toEqual(['a'.repeat(length), 'end']);
	});

	it('comes out with what is known first, and what is empty last', async () => {
		const { items } = await bench().run('message.send', { ...parameters, text: 'Hi' });
		const areKnown = Object.values(items[0]!.json).map((value) => value !== null);
		expect(areKnown).toContain(false);
		expect(areKnown.lastIndexOf(true)).toBeLessThan(areKnown.indexOf(false));
	});

	it('is not split where nobody wants it, nor where it is short', async () => {
		const short = await bench().run('message.send', { ...parameters, text: 'Hi\n\nAnn', options: split });
		expect(short.items[0]!.json.messageIds).toBeUndefined();
		expect(await texts()).toEqual(['Hi\n\nAnn']);
		await bench().run('message.send', form({}));
		expect((await texts()).length).toBeLessThanOrEqual(2);
	});
});

describe('when a part fails', () => {
	const [first, second, third] = paragraphs(3000) as [string, string, string];
	const form = { to: CUSTOMER, text: [first, second, third].join('\n\n'), options: split };
	const refuseSecond = async (times: number | null) =>
		await benches.dialog360.fault([
			{ method: 'POST', path: '^/messages$', after: 1, times, effect: 'status', status: 403 },
		]);
	const letters = async () =>
		(await benches.dialog360.sandbox.requests<{ text: { body: string } }>({ path: '/messages', status: 200 })).map(
			({ body }) => body.text.body[0],
		);

	it('those behind it are not sent, and the error says what was', async () => {
		await refuseSecond(null);
		const { error } = await benches.dialog360.run('message.send', form);
		expect(await letters()).toEqual(['a']);
		expect(error?.message).toMatch(/; this is part 2 of 3 of the text, the 1 before it was sent \[item 0\]$/);
		expect(error?.description).toContain('Retry in the list of executions, send only the missing parts');
		expect(error?.description).toMatch(/The ID of that part is wamid\.\S+\. Retry/);
	});

	it('Retry On Fail sends each part once', async () => {
		await refuseSecond(1);
		const { items, tries } = await benches.dialog360.run('message.send', form, { retryOnFail: true, maxTries: 2 });
		expect(tries).toBe(2);
		expect(await letters()).toEqual(['a', 'b', 'c']);
		expect(items[0]!.json.messageIds).toHaveLength(3);
	});

	it('a part that may have been sent stays in doubt, and none follows it', async () => {
		await benches.dialog360.fault([{ method: 'POST', path: '^/messages$', after: 1, effect: 'lostAnswer' }]);
		const { error } = await benches.dialog360.run('message.send', form, { retryOnFail: true, maxTries: 2 });
		expect(await benches.dialog360.bodies()).toHaveLength(2);
		expect(error?.message).toContain('the message may have been sent; this is part 2 of 3');
	});

	it('the failure of another item does not leave half a text with a customer', async () => {
		await benches.dialog360.fault([{ method: 'POST', path: '^/messages$', after: 1, effect: 'status', status: 403 }]);
		const { error } = await benches.dialog360.run(
			'message.send',
			{ ...form, text: `={{ $json.n === 0 ? ${JSON.stringify(form.text)} : 'short' }}` },
			{ items: numbered(2) },
		);
		expect(error?.context?.outcomes).toMatchObject({ done: [0], refused: [1] });
		expect(await letters()).toEqual(['a', 'b', 'c']);
	});
});

describe('with Partoo', () => {
	const [first, second, third] = paragraphs(1500) as [string, string, string];
	const form = { conversationId: byId(FACEBOOK), text: [first, second, third].join('\n\n') };

	it('a part whose answer was lost is found, and the others follow', async () => {
		await benches.partoo.sandbox.faults([{ method: 'POST', path: '^/messages$', after: 1, effect: 'lostAnswer' }]);
		const { items, error } = await benches.partoo.run('message.send', { ...form, options: split });
		expect(error?.message).toBeUndefined();
		expect(items[0]!.json.messageIds).toHaveLength(3);
		expect((await benches.partoo.sandbox.stats()).accepted).toBe(3);
	});

	it('who waits for delivery waits for all parts, and says which one failed', async () => {
		await benches.partoo.sandbox.settings({ sendingMs: 20 });
		const options = { ...split, waitForDelivery: true, whenDeliveryFails: 'continue' };
		const text = [first, `${second} #fail`, third].join('\n\n');
		const { items } = await benches.partoo.run('message.send', { ...form, text, options });
		const { status, messageId, messageIds } = items[0]!.json as {
			status: string;
			messageId: string;
			messageIds: string[];
		};
		expect(status).toBe('failed');
		expect(messageIds.indexOf(messageId)).toBe(1);
	});

	it('a channel without a known limit takes it whole', async () => {
		const { items } = await benches.partoo.run('message.send', { ...form, conversationId: byId(SMS), options: split });
		expect(items[0]!.json.messageIds).toBeUndefined();
		expect(await partooPosts()).toHaveLength(1);
	});
});

describe('an answer to another message', () => {
	it('is said of the first part only', async () => {
		await benches.dialog360.run('message.send', {
			to: CUSTOMER,
			text: paragraphs(3000).join('\n\n'),
			options: { ...split, replyTo: 'wamid.1' },
		});
		expect((await benches.dialog360.bodies()).map(({ context }) => context)).toEqual([
			{ message_id: 'wamid.1' },
			undefined,
			undefined,
		]);
	});
});
