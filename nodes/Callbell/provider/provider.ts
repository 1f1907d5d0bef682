import type { Provider } from '../../shared/transport/provider';
import { isRateRefusal } from '../../shared/transport/answers/rateRefusal';
import { callbellBaseUrl } from './environment';
import { explain, readError } from './errors';

/** What the shared rooms need to know of Callbell. */
export const callbell: Provider = {
	id: 'callbell',
	displayName: 'Callbell',
	credential: 'callbellApi',
	baseUrl: callbellBaseUrl,
	// 300 requests a second (https://docs.callbell.eu/api/rate_limits) are more than ten at a time make.
	maxInFlight: 10,
	throttle: (answer) => (isRateRefusal(answer, readError) ? {} : undefined),
	readError,
	explain,
};
