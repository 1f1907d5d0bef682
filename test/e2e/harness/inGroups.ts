/** Does the work for all entries, so many at a time, and answers the results in the order of the entries. */
export async function inGroups<T, R>(
	entries: readonly T[],
	size: number,
	work: (entry: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	for (let start = 0; start < entries.length; start += size) {
		const group = entries.slice(start, start + size);
		results.push(...(await Promise.all(group.map(async (entry, offset) => await work(entry, start + offset)))));
	}
	return results;
}
