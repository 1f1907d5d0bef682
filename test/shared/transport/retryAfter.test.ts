import { LONGEST_RETRY_AFTER, retryAfterMs } from '../../../nodes/shared/transport/retryAfter';

const now = Date.UTC(2026, 0, 1, 12, 0, 0);

describe('Retry-After', () => {
	it.each([
		['60', 60_000],
		[' 1.5 ', 1_500],
		['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
		['2026-01-01T12:00:10Z', 10_000],
		['86400', LONGEST_RETRY_AFTER],
		['Fri, 01 Jan 2027 12:00:00 GMT', LONGEST_RETRY_AFTER],
	])('"%s" asks for %i ms', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));

	it.each([undefined, '', '0', '-3', 'soon', 'Thu, 01 Jan 1970 00:00:00 GMT', '1e3', 'NaN', 'Infinity'])(
		'"%s" asks for nothing',
		(header) => expect(retryAfterMs(header, now)).toBeUndefined(),
	);
});
