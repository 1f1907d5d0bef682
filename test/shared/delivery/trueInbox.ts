import { startServer } from '../startServer';

/** What becomes of a request to send. */
export type Fate = 'taken' | 'slow' | 'lostAnswer' | 'brokenDown' | 'lostRequest' | 'refusedForItsRate';

/** A message as it really is. */
export interface Kept {
	id: string;
	place: string;
	text: string;
	date: Date;
	/** The body that sent it; none for what a colleague wrote. */
	body?: Record<string, unknown>;
}

/** A message of a colleague, and after how many requests to send it was written. */
export interface Colleague {
	after: number;
	place: string;
	text: string;
}

export interface Script {
	/** In the order in which requests to send arrive; all that come later are taken. */
	fates: Fate[];
	colleagues: Colleague[];
}

const SLOW_MS = 15;

/** What all messages of a provider are kept in, and what happens to it. */
export class TrueInbox {
	readonly kept: Kept[] = [];
	private arrived = 0;

	constructor(private readonly script: Script) {
		this.letColleaguesWrite();
	}

	/** Does to a request what its turn is; answers the new message where it was taken. */
	receive(place: string, text: string, body: Record<string, unknown>): { fate: Fate; message: Kept } {
		const fate = this.script.fates[this.arrived] ?? 'taken';
		this.arrived++;
		const message = this.keep({ place, text, body }, fate !== 'lostRequest' && fate !== 'refusedForItsRate');
		this.letColleaguesWrite();
		return { fate, message };
	}

	of(place: string): Kept[] {
		return this.kept.filter((message) => message.place === place);
	}

	private letColleaguesWrite(): void {
		for (const { after, place, text } of this.script.colleagues) {
			if (after === this.arrived) this.keep({ place, text }, true);
		}
	}

	private keep(message: Pick<Kept, 'place' | 'text' | 'body'>, isTaken: boolean): Kept {
		const made = { ...message, id: String(++ids), date: new Date() };
		if (isTaken) this.kept.push(made);
		return made;
	}
}

let ids = 0;

/** How a provider speaks of an inbox: answers a body, or nothing where there is none. */
export type Dialect = (
	asked: { method: string; path: string; query: URLSearchParams; body: unknown },
	inbox: TrueInbox,
) => { status?: number; body: unknown; fate?: Fate } | undefined;

/** A server with an inbox for each mixture, at an address of its own. */
export async function startInboxes(dialect: Dialect) {
	const inboxes = new Map<string, TrueInbox>();
	const server = await startServer(({ method, url, body }, response) => {
		const [, name = '', path = ''] = /^\/(\w+)(\/[^?]*)/.exec(url) ?? [];
		const query = new URL(url, 'http://inbox').searchParams;
		const answer = dialect({ method, path, query, body: body && JSON.parse(body) }, inboxes.get(name)!);
		const { status = 200, body: said = { error: 'Not found' }, fate } = answer ?? { status: 404 };
		const end = () => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
		if (fate === 'lostAnswer' || fate === 'lostRequest') response.socket?.resetAndDestroy();
		else if (fate === 'refusedForItsRate') response.writeHead(429, { 'retry-after': '1' }).end('{}');
		else if (fate === 'brokenDown') response.writeHead(502).end();
		else if (fate === 'slow') setTimeout(end, SLOW_MS);
		else end();
	});
	return {
		add(script: Script): { inbox: TrueInbox; url: string } {
			const name = `m${inboxes.size}`;
			const inbox = new TrueInbox(script);
			inboxes.set(name, inbox);
			return { inbox, url: `${server.url}/${name}` };
		},
		close: async () => await server.close(),
	};
}
