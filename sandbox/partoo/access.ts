import type { FastifyRequest } from 'fastify';

import { badRequest, notAllowed, notAuthenticated } from './errors';
import { ADMIN_USER, MANAGER_USER, ORG_ID, PROVIDER_USER } from './seed/people';
import type { User } from './types';

declare module 'fastify' {
	interface FastifyRequest {
		/** The user whose key was sent: a key's role is the role of its user. */
		partooUser: User | null;
	}
}

/** https://developers.partoo.co/guides/api/resources/settings/authentication */
const KEYS: ReadonlyMap<string, User> = new Map([
	['partoo-admin-key', ADMIN_USER],
	['partoo-manager-key', MANAGER_USER],
	['partoo-provider-key', PROVIDER_USER],
]);

export function authenticate(request: FastifyRequest): void {
	const key = request.headers['x-apikey'];
	// `partoo-admin-key#2` is another key of the same user: to a client it is an account of its own.
	const user = typeof key === 'string' ? KEYS.get(key.replace(/#.*$/, '')) : undefined;
	if (user === undefined) throw notAuthenticated();
	request.partooUser = user;
}

export function caller(request: FastifyRequest): User {
	if (request.partooUser === null) throw notAuthenticated();
	return request.partooUser;
}

/** A reseller's key reaches many organisations, so it has to name one; other keys reach their own only. */
export function checkOrganization(user: User, orgId: number | undefined): void {
	if (user.role === 'PROVIDER' && orgId === undefined) {
		throw badRequest({ org_id: ['Required for users with the role PROVIDER.'] });
	}
	if (orgId !== undefined && orgId !== ORG_ID) throw notAllowed();
}
