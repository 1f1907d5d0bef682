import type { Provider } from '../../shared/transport/provider';
import { dialog360BaseUrl } from './environment';
import { explain, readErrorBody } from './errors';
import { dialog360Throttle } from './throttle';

/** What the shared rooms need to know of 360dialog. */
export const dialog360: Provider = {
	id: 'dialog360',
	displayName: '360dialog',
	credential: 'dialog360Api',
	baseUrl: dialog360BaseUrl,
	// 80 messages a second (https://developers.facebook.com/docs/whatsapp/throughput) are reached by ten at a time.
	maxInFlight: 10,
	// WhatsApp has no request for the status of a message; nothing is polled.
	throttle: dialog360Throttle,
	readError: (body) => readErrorBody(body).text,
	explain,
};
