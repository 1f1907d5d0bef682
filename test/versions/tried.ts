import { ExecuteContext } from 'n8n-core';

/** What `jest.config.js` says of the n8n that a test runs in. */
declare const tried: { n8n: string };

/** There a credential's test knows no status, and n8n's own words stand for ours; see `nodes/shared/transport/connection.ts`. */
export const forgetsCauses = /^(1\.113|1\.123|2\.0|2\.20)$/.test(tried.n8n);

/** Below 1.109 n8n ran our nodes without a cancel signal; see `nodes/shared/stoppable.ts`. */
export const handsSignalOver = !/^1\.(8\d|9\d|10[0-8])$/.test(tried.n8n);

/** There n8n cannot sign the way back of an answer. */
export const cannotSign = !('getSignedResumeUrl' in ExecuteContext.prototype);
