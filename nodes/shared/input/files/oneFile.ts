import { badField } from '../../failures/failure';
import { isObject } from '../../json';
import { isFile } from '../value';

/** Where a file comes from that an item lacks. */
const READ_FIRST =
	"Put a node before this one that reads or downloads it, and give the name of its binary field, mostly 'data'.";

/**
 * The file of `{{ $binary }}`, which stands for all files of the item; any other value as it is.
 *
 * @throws Failure when the item has none, or several
 */
export function oneFile(label: string, value: unknown): unknown {
	if (!isObject(value) || isFile(value)) return value;
	const names = Object.keys(value);
	if (names.length === 0) throw badField(label, 'holds an empty object: the item has no file', READ_FIRST);
	if (!names.every((name) => isFile(value[name]))) return value;
	if (names.length === 1) return value[names[0]!];
	throw badField(
		label,
		`holds all ${names.length} files of the item: ${names.join(', ')}`,
		`Name one: ${names[0]}, or {{ $binary[${JSON.stringify(names[0])}] }} as an expression.`,
	);
}
