/** Page sizes are not documented; a small one makes a list of a few have several. */
const PER_PAGE = 5;

/** A page of a numbered list. https://docs.callbell.eu/api/pagination */
export function pageOf(key: string, entries: readonly unknown[], page = 1, perPage = PER_PAGE) {
	const start = (page - 1) * perPage;
	return {
		[key]: entries.slice(start, start + perPage),
		meta: { page, pages: Math.max(1, Math.ceil(entries.length / perPage)) },
	};
}
