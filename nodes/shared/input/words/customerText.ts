import { filledIn } from '../../failures/values/valueFault';
import { checkLength, text } from '../text';

/**
 * A text that customers read: below a file, beside a row, on a card. Empty where there is none.
 *
 * @throws Failure as `text` does, when it is too long, and when it is wholly a variable that nothing filled in
 */
export function customerText(label: string, value: unknown, max = Infinity): string {
	const given = filledIn(label, text(label, value));
	checkLength(label, given, max);
	return given;
}

/** `{ [name]: text }`, or nothing where the field is empty. @throws Failure as {@link customerText} does */
export function optionalCustomerText<Name extends string>(
	name: Name,
	label: string,
	value: unknown,
	max?: number,
): Partial<Record<Name, string>> {
	const given = customerText(label, value, max);
	return (given === '' ? {} : { [name]: given }) as Partial<Record<Name, string>>;
}
