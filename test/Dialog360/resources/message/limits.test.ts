import type { INodeParameters } from 'n8n-workflow';
import { byId, byUrl, CUSTOMER, Dialog360Bench } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const long = (length: number) => 'x'.repeat(length);
const list = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index));
const button = (title = 'Yes', id = '') => ({ title, id });

const rows = (count: number, more = {}) => ({
	row: list(count, (index) => ({ title: `Row ${index}`, id: `r${Math.random()}`, ...more })),
});

const buttons = (...button: object[]) => ({ messageType: 'button', text: 'Text', buttons: { button } });

const menu = (...section: object[]) => ({
	messageType: 'list',
	text: 'Text',
	buttonText: 'Menu',
	sections: { section },
});

const products = (section: object[], options = { headerText: 'Shop' }) => ({
	messageType: 'product_list',
	text: 'Text',
	catalogId: '1',
	productSections: { section },
	options,
});

const flow = (options: object) => ({ messageType: 'flow', text: 'Text', flow: byId('1'), buttonText: 'Book', options });
type Case = [operation: string, parameters: object, message: string];

describe('what WhatsApp would refuse is refused before it is sent, with field and limit', () => {
	it.each<Case>([
		['send', { text: '={{ " " }}' }, "'Text' is empty"],
		['send', { text: long(4097) }, "'Text' has 4097 characters; at most 4096 are allowed"],
		[
			'send',
			{ messageType: 'image', media: byUrl('https://e.com/a'), caption: long(1025) },
			"'Caption' has 1025 characters; at most 1024",
		],
		[
			'send',
			{ text: 'Hi', options: { trackingText: 'x'.repeat(513) } },
			"'Tracking Text' has 513 characters; at most 512",
		],
		[
			'send',
			{ messageType: 'image', media: byUrl('example.com/a.png') },
			'\'Media\' lacks https:// in "example.com/a.png"',
		],
		[
			'send',
			{ messageType: 'document', media: byUrl('https://e.com/a.pdf'), options: { fileName: 'a\nb.pdf' } },
			"'File Name' has a line break in it",
		],
		['send', { messageType: 'image', media: byId('12/34') }, '\'Media\' holds "12/34", which is no media ID'],
		[
			'send',
			{ messageType: 'image', media: byId('={{ 17952501128104329 }}') },
			"'Media' holds the number 17952501128104328, whose last digits were rounded",
		],
		[
			'send',
			{ messageType: 'location', latitude: '={{ 91 }}', longitude: 0 },
			"'Latitude' holds 91; it must be -90 to 90",
		],
		[
			'send',
			{ messageType: 'location', latitude: 1, longitude: '={{ "east" }}' },
			'\'Longitude\' holds "east", which is no number',
		],
		['send', { messageType: 'reaction', messageId: '={{ "" }}' }, "'Message ID' is empty"],
		[
			'send',
			{ messageType: 'contacts', contacts: { contact: [{ formatted_name: 'Ann' }] } },
			"'Contacts > 1 > Formatted Name' stands alone",
		],
		[
			'send',
			{ messageType: 'contacts', contacts: { contact: [{ formatted_name: '={{ "" }}', first_name: 'Ann' }] } },
			"'Contacts > 1 > Formatted Name' is empty",
		],
		[
			'send',
			{ messageType: 'contacts', contacts: { contact: list(258, () => ({ formatted_name: 'A', first_name: 'A' })) } },
			'holds 258 contacts; a message takes 257',
		],
		['send', { messageType: 'json', json: '{"text": {"body": "Hi"}}' }, '\'Message (JSON)\' has no "type"'],
		['send', { messageType: 'json', json: 'Hi' }, "'Message (JSON)' is no valid JSON"],
		[
			'send',
			{ text: 'Hi', options: { additionalBodyFields: '[]' } },
			"'Additional Body Fields' holds a list and wants a JSON object",
		],
		['sendInteractive', buttons(), "'Buttons' is empty"],
		[
			'sendInteractive',
			buttons(...list(4, (index) => button(`Button ${index}`))),
			"'Buttons' holds 4 buttons; a message takes 3",
		],
		['sendInteractive', buttons(button(long(21))), "'Buttons > 1 > Title' has 21 characters; at most 20"],
		['sendInteractive', buttons(button('Yes', long(257))), "'Buttons > 1 > ID' has 257 characters; at most 256"],
		['sendInteractive', buttons(button('Yes', 'a'), button('Yes', 'b')), 'holds the title "Yes" twice'],
		['sendInteractive', buttons(button('Yes', 'a'), button('No', 'a')), 'holds the ID "a" twice'],
		['sendInteractive', { ...buttons(button()), text: long(1025) }, "'Text' has 1025 characters; at most 1024"],
		[
			'sendInteractive',
			{ ...buttons(button()), options: { footer: long(61) } },
			"'Footer' has 61 characters; at most 60",
		],
		[
			'sendInteractive',
			{ ...buttons(button()), options: { headerText: long(61) } },
			"'Header Text' has 61 characters; at most 60",
		],
		[
			'sendInteractive',
			{ ...buttons(button()), options: { headerText: 'x', headerImage: byUrl('https://e.com/a') } },
			"'Header Text' and 'Header Image' are filled in",
		],
		['sendInteractive', menu(), "'Sections' is empty"],
		['sendInteractive', menu({ rows: {} }), "'Sections > 1 > Rows' is empty"],
		['sendInteractive', menu({ rows: rows(11) }), "'Sections' holds 11 rows; a list takes 10"],
		[
			'sendInteractive',
			menu(...list(11, () => ({ title: 'x', rows: rows(1) }))),
			"'Sections' holds 11 sections; a message takes 10",
		],
		['sendInteractive', menu({ rows: rows(1) }, { title: 'b', rows: rows(1) }), "'Sections > 1 > Title' is empty"],
		[
			'sendInteractive',
			menu({ title: long(25), rows: rows(1) }),
			"'Sections > 1 > Title' has 25 characters; at most 24",
		],
		[
			'sendInteractive',
			menu({ rows: rows(1, { title: long(25) }) }),
			"'Sections > 1 > Rows > 1 > Title' has 25 characters; at most 24",
		],
		[
			'sendInteractive',
			menu({ rows: rows(1, { description: long(73) }) }),
			"Description' has 73 characters; at most 72",
		],
		['sendInteractive', menu({ rows: rows(1, { id: long(201) }) }), "ID' has 201 characters; at most 200"],
		['sendInteractive', menu({ rows: rows(2, { id: 'a' }) }), 'holds the row ID "a" twice'],
		[
			'sendInteractive',
			{ ...menu({ rows: rows(1) }), buttonText: long(21) },
			"'Button Text' has 21 characters; at most 20",
		],
		['sendInteractive', { ...menu({ rows: rows(1) }), text: long(4097) }, "'Text' has 4097 characters; at most 4096"],
		[
			'sendInteractive',
			{ messageType: 'cta_url', text: 'x', buttonText: long(21), url: 'https://e.com' },
			"'Button Text' has 21 characters; at most 20",
		],
		[
			'sendInteractive',
			{ messageType: 'cta_url', text: 'x', buttonText: 'x', url: 'e.com' },
			'\'URL\' holds "e.com", which is no complete URL',
		],
		['sendInteractive', products([{ products: 'a' }], {} as never), "'Header Text' is empty, and WhatsApp wants one"],
		['sendInteractive', products([{ products: ' ' }]), "'Sections > 1 > Product IDs' is empty"],
		[
			'sendInteractive',
			products([{ products: list(31, (index) => `sku-${index}`).join(',') }]),
			'holds 31 products; a message takes 30',
		],
		['sendInteractive', { messageType: 'product', catalogId: '={{ "" }}', productId: 'a' }, "'Catalog ID' is empty"],
		['sendInteractive', flow({ flowAction: 'data_exchange', flowScreen: 'A' }), "'Flow Screen' has no place"],
		['sendInteractive', flow({ flowData: '[1]' }), "'Flow Data' holds a list and wants a JSON object"],
		['sendInteractive', { ...flow({}), buttonText: long(31) }, "'Button Text' has 31 characters; at most 30"],
		['sendInteractive', { messageType: 'json', json: '{}' }, '\'Message (JSON)\' has no "action"'],
	])('%s %#', async (operation, parameters, message) => {
		const { error, status } = await bench.run(`message.${operation}`, {
			to: CUSTOMER,
			...parameters,
		} as INodeParameters);
		expect(status).toBe('error');
		expect(error?.message).toContain(message);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(error?.description).toBeTruthy();
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	const twoLines = '={{ "Yes\\nplease" }}';
	it.each<Case>([
		['sendInteractive', buttons(button(twoLines)), "'Buttons > 1 > Title'"],
		['sendInteractive', { ...buttons(button()), options: { headerText: twoLines } }, "'Header Text'"],
		['sendInteractive', { ...buttons(button()), options: { footer: twoLines } }, "'Footer'"],
		['sendInteractive', { ...menu({ rows: rows(1) }), buttonText: twoLines }, "'Button Text'"],
		['sendInteractive', menu({ title: twoLines, rows: rows(1) }), "'Sections > 1 > Title'"],
		['sendInteractive', menu({ rows: rows(1, { title: twoLines }) }), "'Sections > 1 > Rows > 1 > Title'"],
		['sendInteractive', { ...flow({}), buttonText: twoLines }, "'Button Text'"],
		[
			'sendInteractive',
			{ messageType: 'voice_call', text: 'x', options: { callText: twoLines } },
			"'Call Button Text'",
		],
		['sendAndWait', { message: 'Well?', responseType: 'buttons', buttons: { button: [button(twoLines)] } }, "'Buttons"],
	])('a line break where there is one line: %s %#', async (operation, parameters, label) => {
		const { error } = await bench.run(`message.${operation}`, { to: CUSTOMER, ...parameters } as INodeParameters);
		expect(error?.message).toContain(label);
		expect(error?.message).toContain('has a line break in it; WhatsApp takes one line there');
		expect(await bench.bodies()).toEqual([]);
	});

	const unfilled = '{{ name }}';
	it.each<Case>([
		['sendInteractive', buttons(button(unfilled)), "'Buttons > 1 > Title'"],
		['sendInteractive', { ...buttons(button()), options: { headerText: unfilled } }, "'Header Text'"],
		['sendInteractive', { ...buttons(button()), options: { footer: unfilled } }, "'Footer'"],
		['sendInteractive', { ...menu({ rows: rows(1) }), buttonText: unfilled }, "'Button Text'"],
		['sendInteractive', menu({ title: unfilled, rows: rows(1) }), "'Sections > 1 > Title'"],
		['sendInteractive', menu({ rows: rows(1, { title: unfilled }) }), "'Sections > 1 > Rows > 1 > Title'"],
		['sendInteractive', menu({ rows: rows(1, { description: unfilled }) }), "'Sections > 1 > Rows > 1 > Description'"],
		['sendInteractive', { messageType: 'call_permission_request', options: { bodyText: unfilled } }, "'Body Text'"],
		[
			'send',
			{ messageType: 'location', latitude: '1', longitude: '2', options: { locationName: unfilled } },
			"'Location Name'",
		],
		[
			'send',
			{ messageType: 'contacts', contacts: { contact: [{ formatted_name: unfilled, first_name: 'Ann' }] } },
			"'Contacts > 1 > Formatted Name'",
		],
		['sendAndWait', { message: 'Well?', responseType: 'buttons', buttons: { button: [button(unfilled)] } }, "'Buttons"],
	])('a variable that nothing filled in: %s %#', async (operation, parameters, label) => {
		const { error } = await bench.run(`message.${operation}`, { to: CUSTOMER, ...parameters } as INodeParameters);
		expect(error?.message).toContain(label);
		expect(error?.message).toContain('holds "{{ name }}", a variable that nothing filled in');
		expect(await bench.bodies()).toEqual([]);
	});

	it('and blanks and line breaks around such a line are taken away', async () => {
		await bench.run('message.sendInteractive', {
			to: CUSTOMER,
			...buttons(button('={{ " Yes\\n" }}')),
		} as INodeParameters);
		expect(JSON.stringify((await bench.bodies())[0])).toContain('"reply":{"id":"Yes","title":"Yes"}');
	});

	const react = async (emoji: string) =>
		await bench.run('message.send', { to: CUSTOMER, messageType: 'reaction', messageId: 'wamid.HBg1', emoji });

	it.each(['ok', ':thumbsup:', '1', '👍👍', 'a👍', '👍!'])(
		'and a reaction that is not one emoji: %s',
		async (emoji) => {
			const { error } = await react(emoji);
			expect(error?.message).toBe(`'Emoji' holds "${emoji}", which is not one emoji [item 0]`);
			expect(error?.description).toContain("add the option 'Remove Reaction'");
			expect(await bench.bodies()).toEqual([]);
		},
	);

	it.each(['👍 ', '❤️', '❤', '👨‍👩‍👧', '🇩🇪', '1️⃣', '👍🏽', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '☺'])(
		'but no emoji, however it is made up: %s',
		async (emoji) => {
			await react(emoji);
			expect((await bench.bodies())[0]?.reaction).toEqual({ message_id: 'wamid.HBg1', emoji: emoji.trim() });
		},
	);

	it.each(['none', 'null', 'undefined', '4711', 'gBEGkYiEB1VXAglK1ZEqA1YKPrU', 'wamid.'])(
		'and what is no ID of a message: %s',
		async (id) => {
			const reply = { to: CUSTOMER, text: 'Hi', options: { replyTo: id } };
			const reaction = { to: CUSTOMER, messageType: 'reaction', messageId: id };
			const answers = [
				await bench.run('message.send', reply),
				await bench.run('message.send', reaction),
				await bench.run('message.markAsRead', { messageId: id }),
			];
			for (const { error } of answers) expect(error?.message).toMatch(/'(Reply To )?Message ID' holds "/);
			expect(await bench.sandbox.requests()).toEqual([]);
		},
	);

	it('and a long text with the option that sends it', async () => {
		const { error } = await bench.run('message.send', { to: CUSTOMER, text: long(4097) });
		expect(error?.description).toContain("add the option 'Split Long Texts'");
	});

	it('counts characters, not bytes or halves of emojis', async () => {
		const { status } = await bench.run('message.send', { to: CUSTOMER, text: '☕👍'.repeat(2048) });
		expect(status).toBe('success');
	});
});
