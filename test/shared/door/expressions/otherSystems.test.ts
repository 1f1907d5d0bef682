import type { INodeParameters } from 'n8n-workflow';
import { CUSTOMER } from '../../../Dialog360/dialog360';
import { useEveryBench } from '../../../everyBench';
import { byId } from '../../../Partoo/partoo';

const benches = useEveryBench();
const PROVIDERS = ['partoo', 'dialog360', 'callbell'] as const;
const FORMS: Record<(typeof PROVIDERS)[number], INodeParameters> = {
	partoo: { conversationId: byId('1001') },
	dialog360: { to: CUSTOMER },
	callbell: { to: '+31612345678' },
};
const DAY = '2026-11-26T10:00:00Z';
const JS_DATE = /holds "Thu Nov 26 2026 \d\d:00:00 GMT[+-]\d{4} .*", a date as JavaScript writes it/;

/** Sends a text, and answers why it was refused. */
async function refusal(provider: (typeof PROVIDERS)[number], text: string, json: object = {}) {
	const form = { ...FORMS[provider], text } as INodeParameters;
	const { error } = await benches[provider].run('message.send', form, { items: [{ json: json as never }] });
	const sent = await benches[provider].sandbox.requests({ provider, method: 'POST' });
	return { message: error?.message, description: error?.description, sent: sent.length };
}

describe.each(PROVIDERS)('a text for customers of %s', (provider) => {
	it.each<[string, string, object, RegExp | string]>([
		["a date among words is JavaScript's", '=On {{ new Date($json.day) }}', { day: DAY }, JS_DATE],
		['code puts such a date there', "={{ 'On ' + new Date($json.day) }}", { day: DAY }, JS_DATE],
		['it was handed over', '=On {{ $json.day }}', { day: String(new Date(DAY)) }, JS_DATE],
		['an entry of a list is an object', '=Items: {{ $json.list }}', { list: [{ a: 1 }] }, 'holds "[object Object]"'],
	])('is refused where %s', async (_, text, json, message) => {
		const { message: said, sent } = await refusal(provider, text, json);
		expect(said).toMatch(/^'Text' holds /);
		expect(said).toMatch(message instanceof RegExp ? message : new RegExp(message.replace(/[[\]]/g, '\\$&')));
		expect(sent).toBe(0);
	});

	it.each(['nan', 'NaT', '<NA>', 'NULL', '(null)'])('is refused where it is wholly %s, or a part is', async (word) => {
		for (const text of ['={{ $json.name }}', '=Dear {{ $json.name }},']) {
			const { message, sent } = await refusal(provider, text, { name: word });
			expect(message).toContain(`'Text' holds "${word}", which other systems write where there is nothing`);
			expect(sent).toBe(0);
		}
	});

	it.each<[string, string]>([
		['adds', "={{ $json.first + ' ' + $json.last }}"],
		['writes in a template', '={{ `${$json.first} ${$json.last}` }}'],
		['writes within a sentence', "=Dear {{ $json.first + ' ' + $json.customer?.last }},"],
	])('is refused where code %s a field that holds null', async (_, text) => {
		const item = { first: 'Ann', last: null, customer: { last: null } };
		const { message, sent } = await refusal(provider, text, item);
		expect(message).toContain('\'Text\' holds "null": an expression in it answers nothing');
		expect(sent).toBe(0);
	});

	it.each(['{{name}}', ' {{ first name }} ', '{{customer.name}}', '${name}'])(
		'is refused where it is wholly the variable %s',
		async (text) => {
			const { message, description, sent } = await refusal(provider, text);
			expect(message).toContain(`'Text' holds "${text.trim()}", a variable that nothing filled in`);
			expect(description).toContain("Switch 'Text' to Expression");
			expect(sent).toBe(0);
		},
	);

	it.each<[string, string, object]>([
		['of a sentence', 'None of these, nan bread and NaT', {}],
		['of an answer', '=Allergies: {{ $json.allergies }}', { allergies: 'None' }],
		['of a name', '=Dear {{ $json.name }}', { name: 'Nana Null' }],
		['of a list of words', '=Colours: {{ $json.list }}', { list: ['Red', 'Blue'] }],
		['of a date in words', '=On {{ $json.day }}', { day: 'Thu Nov 26 2026' }],
		['of a date in a sentence that is handed over', '={{ $json.text }}', { text: `Seen ${String(new Date(DAY))}` }],
		['of a person who writes German', "={{ 'Re: ' + $json.text }}", { text: 'null Problem' }],
		[
			'of a field that code writes otherwise',
			"={{ $json.text + ($json.last ?? '') }}",
			{ text: 'null Euro', last: null },
		],
		['of a variable in a sentence', 'Hi {{name}}', {}],
	])('is sent where such words are those %s', async (_, text, json) => {
		const { message, sent } = await refusal(provider, text, json);
		expect(message).toBeUndefined();
		expect(sent).toBe(1);
	});
});

describe('a caption', () => {
	const media = { __rl: true, mode: 'url', value: 'https://example.com/a.png' };
	it.each<['dialog360' | 'callbell', INodeParameters]>([
		['dialog360', { ...FORMS.dialog360, media }],
		['callbell', { ...FORMS.callbell, mediaUrl: media.value }],
	])('of %s is refused where it is wholly a variable', async (provider, form) => {
		const message = { ...form, messageType: 'image', caption: '{{name}}' };
		const { error } = await benches[provider].run('message.send', message);
		expect(error?.message).toContain(`'Caption' holds "{{name}}", a variable that nothing filled in`);
	});
});
