import type { Provider } from '../../shared/transport/provider';
import { isRateRefusal } from '../../shared/transport/answers/rateRefusal';
import { partooBaseUrl } from './environment';
import { explain, readError } from './errors';

/** What the shared rooms need to know of Partoo. */
export const partoo: Provider = {
	id: 'partoo',
	displayName: 'Partoo',
	credential: 'partooApi',
	baseUrl: partooBaseUrl,
	// 300 requests a minute (guide "Rate limits") are used up by five at a time even when each takes a second.
	maxInFlight: 5,
	throttle: (answer) => (isRateRefusal(answer, readError) ? {} : undefined),
	readError,
	explain,
};
