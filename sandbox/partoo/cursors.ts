import { badRequest } from './errors';

/** Cursors that were given out. Partoo calls them opaque, so a made-up one, or one of another list, is refused. */
export class Cursors {
	private readonly given = new Map<string, { list: string; lastId: number }>();

	give(list: string, lastId: number): string {
		const cursor = Buffer.from(`${list}#${lastId}`).toString('base64url');
		this.given.set(cursor, { list, lastId });
		return cursor;
	}

	/** @returns the last id that the reader has seen, or null at the beginning. */
	read(list: string, cursor: string | undefined): number | null {
		if (cursor === undefined) return null;
		const known = this.given.get(cursor);
		if (known === undefined || known.list !== list) throw badRequest({ cursor: ['Not a cursor of this list.'] });
		return known.lastId;
	}

	clear(): void {
		this.given.clear();
	}
}
