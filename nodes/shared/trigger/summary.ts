import { clip } from '../failures/clip';

const MAX_LENGTH = 200;

/**
 * A message in one line of at most 200 characters, e.g. `Are you open?`, `[image] Our menu`, `[document] invoice.pdf`.
 *
 * @param kind of the message, e.g. `image`; null where it is not known
 * @param words what it says, else what it is called: the first that there is
 */
export function summaryOf(kind: unknown, ...words: unknown[]): string {
	const name = typeof kind === 'string' && kind !== '' ? kind.toLowerCase() : 'message';
	const said = words.find((word): word is string => typeof word === 'string' && word.trim() !== '');
	const line = clip(said ?? '', MAX_LENGTH);
	if (name === 'text' || line.startsWith('[')) return line || `[${name}]`;
	return line ? `[${name}] ${line}` : `[${name}]`;
}
