/**
 * Writes a provider's error value as one line: `"text"`, `["a", "b"]` and `{ field: { nested: ["a", "b"] } }` become
 * `text`, `a; b` and `field.nested: a; b`. Answers an empty string for a value that holds no text.
 */
export function oneLine(value: unknown, path = ''): string {
	if (value === null || value === undefined || value === '') return '';
	if (Array.isArray(value)) {
		const isTexts = value.every((entry) => typeof entry !== 'object');
		const text = value
			.map((entry) => oneLine(entry, isTexts ? '' : path))
			.filter(Boolean)
			.join('; ');
		return isTexts && path && text ? `${path}: ${text}` : text;
	}
	if (typeof value === 'object') {
		return Object.entries(value)
			.map(([key, entry]) => oneLine(entry, path ? `${path}.${key}` : key))
			.filter(Boolean)
			.join('; ');
	}
	return path ? `${path}: ${String(value)}` : String(value);
}
