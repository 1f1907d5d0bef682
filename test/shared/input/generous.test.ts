import { link } from '../../../nodes/shared/input/files/link';
import { toggle } from '../../../nodes/shared/input/toggle';

describe('a switch in the words of a spreadsheet', () => {
	it.each([
		'true',
		'TRUE',
		'yes',
		'Y',
		'1',
		'x',
		'X',
		'✓',
		'ja',
		'WAHR',
		'oui',
		'VRAI',
		'sí',
		'si\u0301',
		'Sim',
		' waar ',
	])('is on: %s', (word) => expect(toggle('Preview URL', word)).toBe(true));

	it.each(['false', 'FALSE', 'no', 'n', '0', 'nein', 'FALSCH', 'non', 'FAUX', 'falso', 'não', 'nee'])(
		'is off: %s',
		(word) => expect(toggle('Preview URL', word, true)).toBe(false),
	);

	it.each(['maybe', 'xx', 'jain', '2'])('is not guessed: %s', (word) =>
		expect(() => toggle('Preview URL', word)).toThrow(`'Preview URL' holds "${word}"; it must be true or false`),
	);
});

describe('a link', () => {
	it.each(['<https://example.com/a.pdf>', ' < https://example.com/a.pdf > ', '\nhttps://example.com/a.pdf\n'])(
		'is read without what is around it: %j',
		(value) => expect(link('URL', value, false)).toBe('https://example.com/a.pdf'),
	);

	it('is refused where nothing is in the brackets', () => {
		expect(() => link('URL', '<>', false)).toThrow("'URL' is empty");
	});
});
