import type { INodeParameters } from 'n8n-workflow';
import { byKey } from '../../../nodes/shared/input/collection';
import { jsonObject, parsed } from '../../../nodes/shared/input/json/json';
import type { Dialog360Bench } from '../../Dialog360/dialog360';
import { CUSTOMER } from '../../Dialog360/dialog360';
import { byId } from '../../Partoo/partoo';
import { useEveryBench } from '../../everyBench';

const benches = useEveryBench();
const DROPPED = 'n8n drops one that stands for all of them';
const LIST = '={{ $json.list }}' as unknown as INodeParameters;
const items = [{ json: { list: [{ title: 'Yes' }] } }];

const contact = (fields: object) =>
	({ contactId: byId('c9f1e2d3c4b5a69788990a0b1c2d3e4f'), fields }) as INodeParameters;
const sent = { to: CUSTOMER, text: 'Hi' };
const card = (more: object) => ({
	to: CUSTOMER,
	messageType: 'contacts',
	contacts: { contact: [{ formatted_name: 'Ann B', first_name: 'Ann', ...more }] },
});
const template = (options: object) => ({ templateName: 'new_one', language: 'en', bodyText: 'Hi', options });

type Provider = 'dialog360' | 'callbell';
const run = async (provider: Provider, operation: string, form: object) => {
	const { error } = await benches[provider].run(operation, form as INodeParameters, { items });
	const requests = await benches[provider].sandbox.requests({ provider });
	return { error, changes: requests.filter(({ method }) => method !== 'GET') };
};

describe('one expression for all entries of a field, which n8n drops', () => {
	it.each<[Provider, string, string, object]>([
		['callbell', 'contact.update', 'Custom Fields', contact({ name: 'Ann', customFields: LIST })],
		['callbell', 'message.send', 'Metadata', { ...sent, to: '+31612345678', options: { metadata: LIST } }],
		['dialog360', 'message.sendInteractive', 'Buttons', { ...sent, buttons: LIST }],
		['dialog360', 'message.sendInteractive', 'Buttons', { ...sent, buttons: { button: LIST } }],
		['dialog360', 'message.sendInteractive', 'Cards', { ...sent, messageType: 'carousel', mediaCards: LIST }],
		[
			'dialog360',
			'message.sendInteractive',
			'Sections',
			{ ...sent, messageType: 'list', buttonText: 'Menu', sections: LIST },
		],
		['dialog360', 'message.send', 'Contacts', { to: CUSTOMER, messageType: 'contacts', contacts: LIST }],
		['dialog360', 'message.send', 'Phones', card({ phones: { entry: LIST } })],
		['dialog360', 'template.create', 'Buttons', template({ templateButtons: LIST })],
		['dialog360', 'template.create', 'Header Media', template({ templateHeaderMedia: LIST })],
		[
			'dialog360',
			'message.sendAndWait',
			'Limit Wait Time',
			{ to: CUSTOMER, message: 'May I?', options: { limitWaitTime: LIST } },
		],
	])('is refused by %s, %s: %s', async (provider, operation, label, form) => {
		const { error, changes } = await run(provider, operation, form);
		expect(error?.message).toContain(label);
		expect(error?.description).toContain(DROPPED);
		expect(changes).toEqual([]);
	});
});

it('takes expressions in the fields of an entry', async () => {
	const bench: Dialog360Bench = benches.dialog360;
	const buttons = { button: [{ title: '={{ $json.list[0].title }}', id: '1' }] };
	expect((await bench.run('message.sendInteractive', { ...sent, buttons }, { items })).error).toBeUndefined();
});

describe('a key that comes twice', () => {
	it.each<[string, () => unknown]>([
		[
			'in pairs',
			() =>
				byKey('Fields', [
					['size', 'M'],
					['size', 'L'],
				]),
		],
		[
			'as a text and as a number',
			() =>
				byKey<unknown>('Fields', [
					['size', '1'],
					['size', 2],
				]),
		],
		['in JSON', () => parsed('Fields', '{"a": 1, "size": "M", "size": "L"}', '{}')],
		['in JSON within JSON', () => jsonObject('Fields', '{"a": [{"size": "M", "size" : "L"}]}')],
		['in JSON, written otherwise', () => jsonObject('Fields', '{"size": "M", "\\u0073ize": "L"}')],
	])('is refused by its name: %s', (_, act) => {
		expect(act).toThrow(
			expect.objectContaining({
				message: expect.stringMatching(/^'Fields' gives "size" twice: as /),
				facts: expect.objectContaining({ nextStep: 'Give "size" once in \'Fields\'.' }),
			}),
		);
	});

	it.each(['{"a": 1, "a": 1.0}', '{"a": {"x": 1}, "a": { "x": 1 }}', '{"a": "ä", "a": "\\u00e4"}'])(
		'with one value passes, however it is written: %s',
		(given) => expect(() => parsed('Fields', given, '{}')).not.toThrow(),
	);

	it('is one where both values are equal, and another one in another object', () => {
		expect(
			byKey('Fields', [
				['size', 'M'],
				['__proto__', 'x'],
				['size', 'M'],
			]),
		).toEqual(
			Object.fromEntries([
				['size', 'M'],
				['__proto__', 'x'],
			]),
		);
		expect(parsed('Fields', '[{"a": 1, "a": 1}, {"a": 2, "b": {"a": 3}}]', '[]')).toEqual([
			{ a: 1 },
			{ a: 2, b: { a: 3 } },
		]);
	});

	it('is refused in the form, and equal pairs are one', async () => {
		const field = (value: string) => ({ name: 'Size', value });
		const twice = contact({ customFields: { field: [field('M'), field('L')] } });
		const { error, changes } = await run('callbell', 'contact.update', twice);
		expect(error?.message).toBe('\'Custom Fields\' gives "Size" twice: as M and as L [item 0]');
		expect(changes).toEqual([]);
		const same = contact({ customFields: { field: [field('M'), field('M')] } });
		expect((await run('callbell', 'contact.update', same)).error?.message ?? '').not.toContain('twice');
	});
});
