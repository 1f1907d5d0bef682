import { asText, idText } from '../json';

/** Stands, among the options of a filter, for every word that the list does not have. */
export const OTHER = 'other';

/** A filter that somebody added and left empty is no filter. */
export function chosen(words: string[] | undefined, usual: string[]): string[] {
	return words?.length ? words : usual;
}

/**
 * Whether a word of a provider is among those that a user wants. Case does not count: documents spell some in several
 * ways.
 *
 * @param known what the filter's list has; {@link OTHER} among the wanted stands for everything else
 */
export function isAmong(value: unknown, wanted: string[], known: string[] = []): boolean {
	const word = asText(value).toLowerCase();
	const has = (words: string[]) => words.some((one) => one.trim().toLowerCase() === word);
	return has(wanted) || (wanted.includes(OTHER) && !has(known));
}

/** The same, for a word whose absence is no reason to hold an event back: that would lose it. */
export function isAmongOrUntold(value: unknown, wanted: string[], known: string[] = []): boolean {
	return idText(value) === null || isAmong(value, wanted, known);
}
