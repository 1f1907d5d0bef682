/**
 * Writes a provider's error value as one line: `"text"`, `["a", "b"]` and `{ field: { nested: ["text"] } }` become
 * `text`, `a; b` and `field.nested: text`. Answers an empty string for a value that holds no text.
 */
export function flatten(value: unknown, path = ''): string {
	if (value === null || value === undefined || value === '') return '';
	if (Array.isArray(value)) {
		return value.map((entry) => flatten(entry, path)).filter(Boolean).join('; ');
	}
	if (typeof value === 'object') {
		return Object.entries(value)
			.map(([key, entry]) => flatten(entry, path ? `${path}.${key}` : key))
			.filter(Boolean)
			.join('; ');
	}
	return path ? `${path}: ${String(value)}` : String(value);
}
