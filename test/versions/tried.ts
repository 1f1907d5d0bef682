/** What `jest.config.js` says of the n8n that a test runs in. */
declare const tried: { n8n: string };

/** Below 1.109 n8n ran our nodes without a cancel signal; see `nodes/shared/stoppable.ts`. */
export const handsSignalOver = !/^1\.(8\d|9\d|10[0-8])$/.test(tried.n8n);
