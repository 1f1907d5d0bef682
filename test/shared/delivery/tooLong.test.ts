import type { INodeParameters } from 'n8n-workflow';
import { byId as byUuid, GREETING } from '../../Callbell/callbell';
import { CUSTOMER } from '../../Dialog360/dialog360';
import { useEveryBench } from '../../everyBench';
import { byId, FACEBOOK, INSTAGRAM, SMS, WHATSAPP } from '../../Partoo/partoo';

const benches = useEveryBench();

const partooPosts = async () => await benches.partoo.sandbox.requests({ method: 'POST', path: '/messages' });
const WAY_OUT = "Shorten 'Text', or add the option 'Split Long Texts'.";

describe('a text that is too long, where nobody wants it split,', () => {
	it.each([
		['whatsapp', `+${CUSTOMER}`, 'WhatsApp', 4096, 'characters', 'é'],
		['facebook', '100200300400', 'Facebook', 2000, 'characters', '😀'],
		['telegram', '100200300400', 'Telegram', 4096, 'characters', 'x'],
		['instagram', '17841405822304', 'Instagram', 999, 'bytes', 'x'],
	])('is not sent by Callbell on %s, where it would be lost later', async (from, to, channel, max, unit, letter) => {
		const send = async (length: number) =>
			await benches.callbell.run('message.send', { from, to, text: letter.repeat(length) });
		const { error } = await send(max + 1);
		expect(error?.message).toBe(`'Text' has ${max + 1} ${unit}; ${channel} takes at most ${max} [item 0]`);
		expect(error?.description).toContain(WAY_OUT);
		expect(await benches.callbell.bodies()).toEqual([]);
		expect((await send(max)).error?.message).toBeUndefined();
	});

	it.each([
		[FACEBOOK, 'Facebook', 2000, 'characters'],
		[INSTAGRAM, 'Instagram', 999, 'bytes'],
		[WHATSAPP, 'WhatsApp', 4096, 'characters'],
	])('is not sent by Partoo in conversation %s when it looks first', async (id, channel, max, unit) => {
		const send = async (length: number) =>
			await benches.partoo.run('message.send', {
				conversationId: byId(id),
				text: 'x'.repeat(length),
				options: { checkConversation: true },
			});
		const { error } = await send(max + 1);
		expect(error?.message).toBe(`'Text' has ${max + 1} ${unit}; ${channel} takes at most ${max} [item 0]`);
		expect(error?.description).toContain(WAY_OUT);
		expect(await partooPosts()).toEqual([]);
		expect((await send(max)).error?.message).toBeUndefined();
	});

	const hint =
		"The text has 1500 characters, which may be too many for the channel: shorten it, or add the option 'Split Long Texts'.";

	it.each<[string, INodeParameters, string]>([
		['with the way out', {}, hint],
		['where the option is set already', { splitLongTexts: true }, hint.replace(/, or add.*/, '.')],
	])('is what Partoo may have refused on SMS, %s', async (_, options, said) => {
		await benches.partoo.sandbox.faults([
			{ method: 'POST', path: '^/messages$', times: null, effect: 'status', status: 400 },
		]);
		const form = { conversationId: byId(SMS), text: 'x'.repeat(1500), options };
		expect((await benches.partoo.run('message.send', form)).error?.description).toContain(said);
	});

	it.each([
		['of a short text', 400, 100],
		['for the key', 403, 1500],
	])('is no reason of a refusal %s', async (_, status, length) => {
		await benches.partoo.sandbox.faults([
			{ method: 'POST', path: '^/messages$', times: null, effect: 'status', status },
		]);
		const form = { conversationId: byId(SMS), text: 'x'.repeat(length) };
		const { error } = await benches.partoo.run('message.send', form);
		expect(error).toBeDefined();
		expect(error?.description).not.toContain('too many for the channel');
	});

	it('is what Callbell may have refused on a channel that this node does not know', async () => {
		await benches.callbell.sandbox.faults([{ path: '/messages/send$', effect: 'status', status: 400 }], 'callbell');
		const form = { from: '={{ "line" }}', to: 'U4711', text: 'x'.repeat(1500) };
		expect((await benches.callbell.run('message.send', form)).error?.description).toContain(hint);
	});

	it('is of a template, too, which no option splits', async () => {
		await benches.callbell.sandbox.faults([{ path: '/messages/send$', effect: 'status', status: 400 }], 'callbell');
		const { error } = await benches.callbell.run('message.sendTemplate', {
			to: `+${CUSTOMER}`,
			templateId: byUuid(GREETING),
			optinConfirmed: true,
			valuesFrom: 'values',
			templateValues: JSON.stringify(['x'.repeat(1500)]),
		});
		expect(error?.description).toContain('which may be too many for the channel: shorten it.');
	});

	it('is a caption, too', async () => {
		const form = { to: `+${CUSTOMER}`, messageType: 'image', mediaUrl: 'https://example.com/a.png' };
		const { error } = await benches.callbell.run('message.send', { ...form, caption: 'x'.repeat(1025) });
		expect(error?.message).toBe("'Caption' has 1025 characters; at most 1024 are allowed [item 0]");
		expect(await benches.callbell.bodies()).toEqual([]);
	});
});

it('Markdown is plain words with Partoo, which does not say before the message what the channel shows', async () => {
	const text = '# Offer\n**Now** _new_: [menu](https://example.com/menu_1)\n- `code`';
	await benches.partoo.run('message.send', {
		conversationId: byId(WHATSAPP),
		text,
		options: { convertMarkdown: true },
	});
	expect((await partooPosts())[0]?.body).toMatchObject({
		content: 'Offer\nNow new: menu (https://example.com/menu_1)\n- code',
	});
});

it("an agent's long Markdown goes out in parts, each whole in WhatsApp's writing", async () => {
	const rows = Array.from({ length: 300 }, (_, index) => `- [${index % 2 ? 'x' : ' '}] step ${index}`);
	const text = `## To do[^1]\n${rows.join('\n')}\n\n**${'Very important words. '.repeat(60).trim()}**\n\n[^1]: Until May.`;
	const options = { convertMarkdown: true, splitLongTexts: true };
	await benches.dialog360.run('message.send', { to: CUSTOMER, text, options });
	const parts = (await benches.dialog360.bodies()).map(({ text: sent }) => (sent as { body: string }).body);
	expect(parts.length).toBeGreaterThan(1);
	expect(parts[0]).toMatch(/^\*To do\[1\]\*\n☐ step 0\n☑ step 1\n/);
	expect(parts.at(-1)).toMatch(/\*\n\n\[1\] Until May\.$/);
	for (const part of parts) expect((part.match(/\*/g) ?? []).length % 2).toBe(0);
});
