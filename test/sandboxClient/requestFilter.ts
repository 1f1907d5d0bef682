import type { LoggedRequest, RequestFilter } from './sandboxTypes';

/** Whether a logged request is one of those that a test asks for. */
export function fits(request: LoggedRequest<unknown>, filter: RequestFilter): boolean {
	const { provider, method, path, status } = filter;
	return (
		(provider === undefined || request.provider === provider) &&
		(method === undefined || request.method === method) &&
		(status === undefined || request.status === status) &&
		(path === undefined || (path instanceof RegExp ? path.test(request.path) : path === request.path))
	);
}
