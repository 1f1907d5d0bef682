/** An n8n that the package is tried with. */
export interface Version {
	/** As people name it, e.g. `1.85`. */
	n8n: string;
	/** The `n8n-core` that this n8n is made of; the newest of the registry where none is named. */
	core?: string;
}

/**
 * The oldest n8n that the nodes load in, one before it, those in which something began that they use, and the newest.
 * Numbers of n8n-core go their own way below 2.0: they are in the `dependencies` of n8n's package.
 */
const VERSIONS: readonly Version[] = [
	{ n8n: '1.82', core: '1.81.1' },
	{ n8n: '1.85', core: '1.84.0' },
	{ n8n: '1.100', core: '1.99.0' },
	{ n8n: '1.113', core: '1.112.1' },
	{ n8n: '1.123', core: '1.122.48' },
	{ n8n: '2.0', core: '2.0.2' },
	{ n8n: '2.20', core: '2.20.6' },
	{ n8n: '2.34', core: '2.34.2' },
	{ n8n: 'newest' },
];

/**
 * The versions that were asked for.
 *
 * @param only their names with commas between, e.g. `1.85,2.34`; all where it is missing.
 * @throws for a name that is none of them
 */
export function chosen(only?: string): readonly Version[] {
	if (only === undefined) return VERSIONS;
	return only.split(',').map((name) => {
		const found = VERSIONS.find(({ n8n }) => n8n === name.trim());
		if (!found) throw new Error(`"${name}" is none of ${VERSIONS.map(({ n8n }) => n8n).join(', ')}.`);
		return found;
	});
}
