import type { FastifyInstance, FastifyRequest } from 'fastify';

import {
	type ChannelsQuery,
	channelsQuery,
	emptyQuery,
	type MembersQuery,
	membersQuery,
	pageQuery,
	renameContract,
	titleContract,
} from '../contracts/directory';
import { accepted, notFound } from '../errors';
import { pageOf } from '../pages';
import { FUNNELS, MEMBERS } from '../seed';
import type { CallbellService } from '../service';
import { jsonOf } from './json';

type Of = { Params: { uuid: string } };

/** Templates, channels, teams and funnels. */
export function directoryRoutes(app: FastifyInstance, { state }: CallbellService): void {
	app.get('/templates', async ({ query }) => pageOf('templates', state.templates, accepted(pageQuery(query)).page));
	app.get<Of>('/templates/:uuid', async (request) => ({ template: named(request, state.templates) }));
	// The example of the answer is under the name of the list.
	app.patch<Of>('/templates/:uuid', async (request) => ({ templates: retitled(request, state.templates) }));

	app.get('/channels', async ({ query }) =>
		pageOf('channels', channelsFor(accepted(channelsQuery(query))), (query as ChannelsQuery).page),
	);
	app.get<Of>('/channels/:uuid', async (request) => ({ channel: named(request, state.channels) }));
	app.patch<Of>('/channels/:uuid', async (request) => ({ channel: retitled(request, state.channels) }));

	app.get('/teams', async ({ query }) => pageOf('teams', state.teams, accepted(pageQuery(query)).page));
	app.get<Of>('/teams/:uuid', async (request) => ({ team: named(request, state.teams) }));
	app.patch<Of>('/teams/:uuid', async (request) => {
		const { name } = accepted(renameContract(jsonOf(request)));
		return { team: Object.assign(named(request, state.teams), { name }) };
	});
	app.get<Of>('/teams/:uuid/members', async (request) => {
		const { page, status } = accepted(membersQuery(request.query));
		return pageOf('users', membersOf(named(request, state.teams).name, status), page);
	});

	app.get('/funnels', async ({ query }) => {
		accepted(emptyQuery(query));
		return { funnels: FUNNELS };
	});

	function channelsFor({ type, active }: ChannelsQuery) {
		return state.channels.filter(
			(channel) =>
				(type === undefined || channel.type === type) &&
				(active === undefined || (channel.discardedAt === null) === (active === 'true')),
		);
	}
}

function membersOf(team: string, status: MembersQuery['status']) {
	return MEMBERS.filter(
		({ teams, available }) => teams.includes(team) && (status === undefined || available === (status === 'available')),
	).map(({ email, name, available }) => ({ email, name, available, lastUpdatedAt: '2026-01-05T09:00:00Z' }));
}

function named<T extends { uuid: string }>(request: FastifyRequest<Of>, list: readonly T[]): T {
	const found = list.find(({ uuid }) => uuid === request.params.uuid);
	if (found === undefined) throw notFound();
	return found;
}

function retitled<T extends { uuid: string; title: string }>(request: FastifyRequest<Of>, list: readonly T[]): T {
	const { title } = accepted(titleContract(jsonOf(request)));
	return Object.assign(named(request, list), { title });
}
