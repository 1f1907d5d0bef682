import type { RequestSpec } from './request';

/**
 * The kind of a request, to which a refusal for the rate applies first: its method and the family of its path, e.g.
 * `GET /conversations/*`. A part of the path that has a digit in it is taken for an ID.
 */
export function requestKind({ method = 'GET', url = '' }: Partial<Pick<RequestSpec, 'method' | 'url'>>): string {
	return `${method} ${url.replace(/\?.*$/s, '').replace(/[^/]*\d[^/]*/g, '*')}`;
}
