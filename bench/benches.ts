/** The benches in the order in which they run; each is a file of the folder `benches`. */
export const BENCHES = [
	'latency',
	'bucket',
	'window',
	'workers',
	'faults',
	'overhead',
	'line',
	'list',
	'upload',
	'media',
	'calls',
	'load',
] as const;

export type BenchName = (typeof BENCHES)[number];
