/**
 * The entries in the order of their words, as n8n's editor lists them. The rules of languages, which would know letters
 * with accents too, take longer to load than all nodes.
 */
export function inOrder<T>(entries: readonly T[], wordOf: (entry: T) => string): T[] {
	const key = (entry: T) => wordOf(entry).toLowerCase();
	return [...entries].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
