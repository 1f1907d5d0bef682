import { identifier } from '../../../nodes/shared/input/identifier';
import { variableText } from '../../../nodes/shared/input/templates/variableText';

describe('the value of a template', () => {
	it.each(['Ann\n', ' Ann ', 'Ann\r\n', '\tAnn'])('loses blanks and breaks around it: %j', (value) => {
		expect(variableText('Body {{1}}', value)).toBe('Ann');
	});

	it.each<[string, string]>([
		['Ann\nLee', 'holds a line break'],
		['Ann     Lee', 'five blanks'],
		['{{name}}', 'holds "{{name}}", a variable that nothing filled in'],
		['${name}', 'holds "${name}", a variable that nothing filled in'],
		['NULL', 'holds "NULL", which other systems write where there is nothing'],
		[' \n', 'is empty'],
	])('is not %j', (value, message) => expect(() => variableText('Body {{1}}', value)).toThrow(message));
});

describe('an ID', () => {
	it.each(['None', 'web-None', 'NaT', 'nan', '<NA>', 'NULL'])(
		'is not what other systems write for nothing: %s',
		(value) => {
			expect(() => identifier('Channel', value)).toThrow(`'Channel' holds "${value}"`);
		},
	);

	it.each(['nan-7', 'Nonesuch', 'NULL-ID'])('may have such letters in it: %s', (value) => {
		expect(identifier('Channel', value)).toBe(value);
	});
});
