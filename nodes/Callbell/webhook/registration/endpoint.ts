import type { ICredentialDataDecryptedObject, IDataObject, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { asObject, isoTimestamp } from '../../../shared/json';
import { unexpectedAnswer } from '../../../shared/transport/httpFailure';
import { outsideARun } from '../../../shared/transport/outsideARun';
import { callbellBaseUrl } from '../../provider/environment';
import { callbell } from '../../provider/provider';
import { markersIn } from './marker';
import type { Markers } from './marker';

/** Milliseconds; somebody waits for the workflow to be activated. */
const TIMEOUT = 20_000;
/** Entries of the delivery log that are read at once. */
const LOG_ITEMS = 50;

/** A call of Callbell that somebody answered with 2xx. */
export interface TakenCall {
	/** ISO 8601 in UTC, by Callbell's clock. */
	at: string;
	answer: Markers;
}

/**
 * The webhook of a Callbell account (https://docs.callbell.eu/api/reference/webhooks_api/subscribe), and the log of its
 * calls.
 */
export class Endpoint {
	constructor(
		private readonly context: IHookFunctions,
		private readonly credential: ICredentialDataDecryptedObject,
	) {}

	/**
	 * Makes the URL the one that the account's events go to, whichever it was; the same again does no harm, and wakes a
	 * subscription that Callbell switched off because nobody answered.
	 *
	 * @throws Failure when Callbell refuses it or does not confirm it
	 */
	async subscribe(url: string, subscriptions: string[]): Promise<void> {
		const answer = await this.request({
			method: 'POST',
			url: '/webhooks/subscribe',
			body: { url, subscriptions },
			json: true,
		});
		const { url: subscribed, enabled } = asObject(asObject(answer.body).webhook);
		if (subscribed !== url || enabled === false)
			throw unexpectedAnswer(callbell, answer, 'the webhook that was asked for');
	}

	/** Takes the account's webhook out, whoever's it is. @throws Failure when Callbell refuses it */
	async unsubscribe(): Promise<void> {
		await this.request({ method: 'DELETE', url: '/webhooks/unsubscribe' });
	}

	/**
	 * The last call in the log that somebody answered with 2xx; undefined when there is none. In which order the log
	 * comes is not documented: where it is the oldest first, its last page is read.
	 *
	 * @throws Failure when Callbell refuses the log
	 */
	async lastTaken(): Promise<TakenCall | undefined> {
		const first = await this.log(1);
		const isAscending = first.calls.length > 1 && first.calls[0]!.at < first.calls.at(-1)!.at;
		const { calls } = isAscending && first.pages > 1 ? await this.log(first.pages) : first;
		return calls.reduce<TakenCall | undefined>((last, call) => (last && last.at >= call.at ? last : call), undefined);
	}

	private async log(page: number): Promise<{ calls: TakenCall[]; pages: number }> {
		const answer = await this.request({
			method: 'GET',
			url: '/webhooks/events',
			qs: { status: 'success', page, items: LOG_ITEMS },
		});
		const { webhook_events: entries, meta } = asObject(answer.body);
		if (!Array.isArray(entries)) throw unexpectedAnswer(callbell, answer, 'the log of its calls');
		return {
			calls: (entries as unknown[]).flatMap((entry) => read(asObject(entry))),
			pages: Number(asObject(meta).pages) || 1,
		};
	}

	private async request(options: Pick<IHttpRequestOptions, 'method' | 'url' | 'qs' | 'body' | 'json'>) {
		const request = { ...options, baseURL: callbellBaseUrl(this.credential), timeout: TIMEOUT };
		return await outsideARun(this.context, callbell, request, true);
	}
}

/** None where nobody took the call: a proxy may have answered while the receiver was down. */
function read({ createdAt, success, response }: IDataObject): TakenCall[] {
	const at = isoTimestamp(createdAt);
	return at === null || success === false ? [] : [{ at, answer: markersIn(asObject(response).headers) }];
}
