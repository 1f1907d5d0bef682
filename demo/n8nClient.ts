/** The owner account of the demo's n8n, printed for the user to log in with. */
export const OWNER = { email: 'demo@example.com', password: 'Demo-1234', firstName: 'Demo', lastName: 'Owner' };

/** An answer of n8n's REST API with another status than 2xx. */
class N8nRequestFailed extends Error {
	constructor(
		call: string,
		readonly status: number,
		body: string,
	) {
		super(`n8n answered ${status} to ${call}: ${body.slice(0, 500)}`);
	}
}

/** Calls the REST API that n8n's own editor uses, logged in as the owner. */
export class N8nClient {
	private cookie = '';
	/** Whether it is an n8n 1.x, which activates what is saved of an active workflow, and answers when that is done. */
	isFirstMajor = false;

	constructor(private readonly url: string) {}

	/**
	 * Creates the owner account, or logs in where it exists.
	 *
	 * @throws when the account has another password.
	 */
	async logIn(): Promise<void> {
		const { email, password } = OWNER;
		const { userManagement } = await this.request<{ userManagement: { showSetupOnFirstLoad: boolean } }>(
			'GET',
			'/settings',
		);
		if (userManagement.showSetupOnFirstLoad) await this.request('POST', '/owner/setup', OWNER);
		else await this.request('POST', '/login', { emailOrLdapLoginId: email, password });
		const { versionCli } = await this.request<{ versionCli: string }>('GET', '/settings');
		this.isFirstMajor = versionCli.startsWith('1.');
	}

	/**
	 * Sends one request and answers its `data`.
	 *
	 * @param path without `/rest`.
	 * @throws N8nRequestFailed
	 */
	async request<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T> {
		const send = async () =>
			await fetch(`${this.url}/rest${path}`, {
				method,
				headers: { 'content-type': 'application/json', cookie: this.cookie },
				...(body !== undefined && { body: JSON.stringify(body) }),
			});
		// n8n closes a connection that was idle for 5 s, also in the moment in which it is used again.
		const response = await send().catch(async (error: unknown) => {
			if (method === 'GET') return await send();
			throw error;
		});
		const text = await response.text();
		if (!response.ok) throw new N8nRequestFailed(`${method} ${path}`, response.status, text);
		const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
		if (cookies.length > 0) this.cookie = cookies.join('; ');
		return (JSON.parse(text) as { data: T }).data;
	}
}
