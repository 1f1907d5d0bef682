import { bodyContract, queryContract } from '../../shared/contract';

const text = { type: 'string', minLength: 1 };
const page = { type: 'integer', minimum: 1 };
const object = (properties: object, required: string[] = []) => ({
	type: 'object',
	additionalProperties: false,
	required,
	properties,
});

export const emptyQuery = queryContract<object>(object({}));

export const pageQuery = queryContract<{ page?: number }>(object({ page }));

export interface ChannelsQuery {
	page?: number;
	type?: string;
	active?: 'true' | 'false';
}

/** https://docs.callbell.eu/api/reference/channels_api/get_channels */
export const channelsQuery = queryContract<ChannelsQuery>(
	object({
		page,
		type: { enum: ['facebook', 'whatsapp', 'instagram', 'telegram'] },
		active: { enum: ['true', 'false'] },
	}),
);

export interface MembersQuery {
	page?: number;
	status?: 'available' | 'away';
}

/** https://docs.callbell.eu/api/reference/teams_api/get_team_members */
export const membersQuery = queryContract<MembersQuery>(object({ page, status: { enum: ['available', 'away'] } }));

export const titleContract = bodyContract<{ title: string }>(object({ title: text }, ['title']));

export const renameContract = bodyContract<{ name: string }>(object({ name: text }, ['name']));
