/** What a peer reached on the same work, by the peer's name; null where it could not be measured, and `note` says why. */
export type PeerValues = Record<string, number | null>;

/** One line of the table. */
export interface Figure {
	/** e.g. `bucket.429.time`. */
	name: string;
	value: number;
	unit: string;
	/** What the value has to be, in words; empty where nothing is asked of it. */
	bar: string;
	/** Whether the bar is reached; null where there is none. */
	ok: boolean | null;
	/** Whether the bar is missed by what promises nothing, too: what is missing is n8n's share. */
	isN8ns: boolean;
	peers: PeerValues;
	/** The value divided by what `note` or `bar` names: the ideal, the plain reference, the peer. */
	ratio: number | null;
	note: string;
	/** A message that is lost, sent twice or reported wrongly: the one kind of figure whose miss fails the run. */
	isCorrectness: boolean;
}

/** A bench measures one question and answers its figures. It runs in a process of its own. */
export type Bench = () => Promise<Figure[]>;

type Details = Pick<Figure, 'name' | 'value' | 'unit'> & Partial<Figure>;

/** A figure; what is not given is empty. */
export function figure(details: Details): Figure {
	return { bar: '', ok: null, isN8ns: false, peers: {}, ratio: null, note: '', isCorrectness: false, ...details };
}

/** A figure that may be at most `limit`. */
export function atMost(limit: number, details: Details): Figure {
	return figure({ bar: `≤ ${round(limit)} ${details.unit}`.trim(), ok: details.value <= limit, ...details });
}

/** A figure that has to be at least `limit`. */
export function atLeast(limit: number, details: Details): Figure {
	return figure({ bar: `≥ ${round(limit)} ${details.unit}`.trim(), ok: details.value >= limit, ...details });
}

/** How many messages reached the server exactly once, all of which must have. */
export function deliveredOnce(
	name: string,
	wanted: number,
	delivered: number,
	duplicates: number,
	peers: PeerValues,
): Figure {
	return figure({
		name,
		value: delivered,
		unit: 'messages',
		bar: `all ${wanted}, none twice`,
		ok: delivered === wanted && duplicates === 0,
		peers,
		note: duplicates === 0 ? '' : `${duplicates} were sent twice`,
		isCorrectness: true,
	});
}

/** The number with as many digits as tell something. */
export function round(value: number): number {
	const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
	return Number(value.toFixed(digits));
}

/** The middle of the values; of an even number of them the mean of the two in the middle. */
export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
