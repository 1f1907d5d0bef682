import type { IDataObject } from 'n8n-workflow';
import { Failure } from '../../failures/failure';
import { idText } from '../../json';
import type { Provider } from '../provider';

/**
 * Makes sure that an answer is about what was asked for. A proxy that keeps answers may give an old one.
 *
 * @param thing what the answer holds
 * @param asked IDs by the names of its fields; those that it does not tell cannot be compared
 * @throws Failure when it is about something else
 */
export function checkSame({ displayName }: Provider, thing: IDataObject, asked: Record<string, string>): void {
	for (const [field, wanted] of Object.entries(asked)) {
		const told = idText(thing[field]);
		if (told === null || told === wanted || isSame(wanted, told)) continue;
		throw new Failure({
			message: `${displayName} answered about something else: ${field} "${wanted}" was asked for, "${told}" came`,
			cause: 'A proxy that keeps answers may have given an old one.',
			nextStep: `Look in ${displayName} what is true now, and check what stands between it and this n8n.`,
			code: 'UNEXPECTED_ANSWER',
			outcome: 'inDoubt',
		});
	}
}

const UUID = /^[0-9a-f]{32}$/;

/** Callbell writes the same UUID with dashes here and without them there, and knows some things by another ID too. */
function isSame(wanted: string, told: string): boolean {
	const [one, other] = [wanted, told].map((id) => id.replaceAll('-', '').toLowerCase()) as [string, string];
	return one === other || UUID.test(one) !== UUID.test(other);
}
