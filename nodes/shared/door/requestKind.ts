import type { RequestSpec } from './request';

/**
 * The kind of a request, to which a refusal for the rate applies first: its method and the family of its path, e.g.
 * `GET /conversations/*`. A part of the path that has a digit in it is taken for an ID.
 */
export function requestKind({ method = 'GET', url = '' }: Partial<Pick<RequestSpec, 'method' | 'url'>>): string {
	const [path = ''] = url.split('?', 1);
	// A pattern would look through a long part without a digit from each of its letters on.
	const parts = path.split('/').map((part) => (/\d/.test(part) ? '*' : part));
	return `${method} ${parts.join('/')}`;
}
