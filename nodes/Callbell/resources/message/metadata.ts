import { checkLength, requiredText } from '../../../shared/input/checks';
import { badField } from '../../../shared/failures/failure';
import type { SendOptions } from './options';

/** What Callbell keeps with a message (https://docs.callbell.eu/api/reference/messages_api/post_send_messages). */
const PAIRS_MAX = 10;
const KEY_MAX = 50;
const VALUE_MAX = 500;

/**
 * The pairs that come back with every event of the message, or nothing where there are none.
 *
 * @throws Failure when there are too many, or one is too long or without a key
 */
export function metadata(given: SendOptions['metadata']): Record<string, string> | undefined {
	const pairs = given?.pair ?? [];
	if (pairs.length === 0) return undefined;
	const entries = pairs.map(({ key, value }): [string, string] => {
		const name = requiredText('Metadata', key, "Give each pair in 'Metadata' a key.").trim();
		const text = String(value ?? '');
		checkLength('Metadata', name, KEY_MAX, `Shorten the key "${name}" in 'Metadata'.`);
		checkLength('Metadata', text, VALUE_MAX, `Shorten the value of "${name}" in 'Metadata'.`);
		return [name, text];
	});
	const names = new Set(entries.map(([name]) => name));
	if (names.size < entries.length) throw badField('Metadata', 'has a key twice', 'Give each key once.');
	if (names.size > PAIRS_MAX)
		throw badField('Metadata', `has ${names.size} pairs; at most ${PAIRS_MAX} are allowed`, 'Take some out.');
	return Object.fromEntries(entries);
}
