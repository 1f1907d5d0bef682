import { isReading } from '../../transport/answer';
import type { ExchangeOptions, RequestSource } from '../request';

/** Whether a request may change something at the provider. One that is made in its turn does. */
export function isChange(source: RequestSource, { isRead }: ExchangeOptions): boolean {
	return !isRead && (typeof source === 'function' || !isReading(source));
}
