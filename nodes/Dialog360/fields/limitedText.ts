import { checkLength, requiredText } from '../../shared/input/checks';

/**
 * A text that must be there and not too long.
 *
 * @throws Failure naming the field and its limit
 */
export function limitedText(label: string, value: unknown, max: number): string {
	const text = requiredText(label, value);
	checkLength(label, text, max);
	return text;
}

/** `{ [name]: text }`, or nothing where the field is empty. */
export function optionalText<Name extends string>(
	name: Name,
	label: string,
	value: unknown,
	max: number,
): Partial<Record<Name, string>> {
	const text = value === undefined || value === null ? '' : String(value);
	if (text.trim() === '') return {};
	checkLength(label, text, max);
	return { [name]: text } as Partial<Record<Name, string>>;
}
