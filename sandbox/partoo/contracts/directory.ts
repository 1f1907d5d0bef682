import { queryContract } from '../../shared/contract';
import { type PageQuery, pageQuerySchema } from '../pages';

const text = { type: 'string' };
const FEATURE = '(diffusion|feedback_management|messages|posts|review_invite|review_management)';
/** Partoo's older filters write booleans with a capital. */
const flag = { enum: ['True', 'False'] };

export interface BusinessQuery extends PageQuery {
	query?: string;
	business__in?: string;
	org_id?: number;
	groups?: string;
	country?: string;
	name?: string;
	status?: string;
	zipcode?: string;
	city?: string;
	code?: string;
	modified__gte?: number;
	features__in?: string;
}

/** https://developers.partoo.co/api-reference/businesses/search-for-businesses */
export const searchBusinessesQuery = queryContract<BusinessQuery>({
	type: 'object',
	additionalProperties: false,
	properties: {
		...pageQuerySchema,
		query: text,
		business__in: text,
		org_id: { type: 'integer' },
		groups: text,
		country: { type: 'string', pattern: '^[A-Z]{2}$' },
		name: text,
		status: { enum: ['open', 'closed', 'opening_soon', 'closed_temporarily', 'temporarily_closed'] },
		zipcode: text,
		city: text,
		code: text,
		modified__gte: { type: 'number' },
		features__in: {
			type: 'string',
			pattern: `^${FEATURE}(,${FEATURE})*$`,
		},
	},
});

export interface UserQuery extends PageQuery {
	query?: string;
	email?: string;
	org_id?: number;
	status?: 'active' | 'invited';
	disabled?: 'True' | 'False';
	order_by?: string;
}

/** https://developers.partoo.co/api-reference/users/search-for-users */
export const searchUsersQuery = queryContract<UserQuery>({
	type: 'object',
	additionalProperties: false,
	properties: {
		...pageQuerySchema,
		query: text,
		email: text,
		org_id: { type: 'integer' },
		status: { enum: ['active', 'invited'] },
		disabled: flag,
		order_by: text,
	},
});

/** https://developers.partoo.co/api-reference/users/my-user */
export const myUserQuery = queryContract<{ org_id_custom_fields_permissions?: number }>({
	type: 'object',
	additionalProperties: false,
	properties: { org_id_custom_fields_permissions: { type: 'integer' } },
});
