import type { FastifyInstance } from 'fastify';

/** Whose key it is; the answer repeats the key. https://docs.callbell.eu/api/reference/auth_api/me */
export function authRoutes(app: FastifyInstance): void {
	app.get('/auth/me', async ({ headers }) => ({
		status: 'ok',
		user_email: 'john.doe@email.com',
		user_name: 'John Doe',
		api_key: headers.authorization?.replace('Bearer ', ''),
	}));
}
