import type { FastifyInstance } from 'fastify';

import { caller, checkOrganization } from '../access';
import { noQuery } from '../contracts/conversations';
import {
	type BusinessQuery,
	myUserQuery,
	searchBusinessesQuery,
	searchUsersQuery,
	type UserQuery,
} from '../contracts/directory';
import { accepted, notFound } from '../errors';
import { numberedPage } from '../pages';
import { businessById, BUSINESSES, USERS } from '../seed/people';
import type { Business, User } from '../types';

const contains = (text: string, part: string): boolean => text.toLocaleLowerCase().includes(part.toLocaleLowerCase());

/** Users and businesses: what the pickers of a client ask for. */
export function directoryRoutes(app: FastifyInstance): void {
	app.get('/user/me', async (request) => {
		accepted(myUserQuery(request.query));
		return caller(request);
	});

	app.get('/user/search', async (request) => {
		const query = accepted(searchUsersQuery(request.query));
		checkOrganization(caller(request), query.org_id);
		return numberedPage(
			'users',
			USERS.filter((user) => userMatches(user, query)),
			query,
		);
	});

	app.get('/business/search', async (request) => {
		const query = accepted(searchBusinessesQuery(request.query));
		checkOrganization(caller(request), query.org_id);
		return numberedPage(
			'businesses',
			BUSINESSES.filter((business) => businessMatches(business, query)),
			query,
		);
	});

	app.get<{ Params: { id: string } }>('/business/:id', async (request) => {
		accepted(noQuery(request.query));
		const business = businessById(request.params.id);
		if (business === undefined) throw notFound();
		return business;
	});
}

function userMatches(user: User, { query, email, status, disabled }: UserQuery): boolean {
	if (query !== undefined && !contains(`${user.first_name} ${user.last_name} ${user.email}`, query)) return false;
	if (email !== undefined && user.email !== email) return false;
	if (status !== undefined && user.status !== status) return false;
	return disabled === undefined || user.disabled === (disabled === 'True');
}

function businessMatches(business: Business, wanted: BusinessQuery): boolean {
	const { query, business__in, name, features__in, modified__gte, groups } = wanted;
	if (query !== undefined && !contains(`${business.name} ${business.city} ${business.zipcode}`, query)) return false;
	if (name !== undefined && !contains(business.name, name)) return false;
	if (business__in !== undefined && !business__in.split(',').includes(business.id)) return false;
	if (features__in !== undefined && !features__in.split(',').some((feature) => business.features.includes(feature)))
		return false;
	if (modified__gte !== undefined && business.modified < modified__gte) return false;
	// The seeded businesses are in no group.
	if (groups !== undefined) return false;
	const exact = ['country', 'status', 'zipcode', 'city', 'code'] as const;
	return exact.every((field) => wanted[field] === undefined || wanted[field] === business[field]);
}
