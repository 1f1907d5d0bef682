import type { ICredentialDataDecryptedObject, IDataObject, IHookFunctions } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';
import { unexpectedAnswer } from '../../../shared/transport/httpFailure';
import { pages } from '../../../shared/transport/pages';
import { outsideARun } from '../../../shared/transport/outsideARun';
import { readUrl } from '../../../shared/trigger/webhookUrl';
import type { WebhookUrl } from '../../../shared/trigger/webhookUrl';
import { partooBaseUrl } from '../../provider/environment';
import { MAX_PER_PAGE, numberedPage } from '../../provider/pages';
import { partoo } from '../../provider/provider';

/** https://developers.partoo.co/api-reference/webhooks/get-a-list-of-webhook-configurations and its neighbours. */
const PATH = '/webhooks';
/** Milliseconds; somebody waits for the workflow to be activated. */
const TIMEOUT = 20_000;

/** A webhook configuration at Partoo. */
export interface Registration {
	id: string;
	event: string;
	url: WebhookUrl;
	organization?: string;
}

/** Partoo's webhook configurations of the credential's organization. */
export class Endpoint {
	constructor(
		private readonly context: IHookFunctions,
		private readonly credential: ICredentialDataDecryptedObject,
	) {}

	/**
	 * All of them, those of others too.
	 *
	 * @throws Failure when Partoo refuses the list or answers something else
	 */
	async list(): Promise<Registration[]> {
		const list = pages<number>(async (page = 1) =>
			numberedPage(await this.request('GET', PATH, { page, per_page: MAX_PER_PAGE }), 'items'),
		);
		const found: Registration[] = [];
		for await (const entries of list) found.push(...entries.filter((entry) => this.isOurs(entry)).flatMap(read));
		return found;
	}

	/**
	 * Creates one; Partoo takes several at a time but does not say whether it then makes all or none.
	 *
	 * @throws Failure when Partoo refuses it, or when it is not known whether it was made
	 */
	async create(event: string, url: string): Promise<Registration> {
		const answer = await this.request('POST', PATH, {}, { items: [{ url, event_type: event }] });
		const { items } = asObject(answer.body);
		const [made] = Array.isArray(items) ? (items as IDataObject[]).map(asObject).flatMap(read) : [];
		if (!made) throw unexpectedAnswer(partoo, answer, 'the ID of the webhook');
		return made;
	}

	/**
	 * Moves one to another URL. The page has the fields but not the verb.
	 *
	 * @throws Failure when Partoo refuses it, or does not say that it was moved
	 */
	async update(id: string, url: string): Promise<Registration> {
		const answer = await this.request('PUT', `${PATH}/${encodeURIComponent(id)}`, {}, { url });
		const [moved] = read(asObject(answer.body));
		const wanted = readUrl(url);
		if (moved?.url.address === wanted?.address && moved?.url.search === wanted?.search) return moved!;
		throw unexpectedAnswer(partoo, answer, 'the new URL of the webhook');
	}

	/** Lets Partoo call a URL as it would for an event. @throws Failure when Partoo refuses it */
	async tryOut(event: string, url: string): Promise<void> {
		await this.request('POST', `${PATH}/tryout`, {}, { items: [{ url, event_type: event }] });
	}

	/** @throws Failure when Partoo refuses it; one that is gone already answers HTTP 404 */
	async delete(id: string): Promise<void> {
		// The call stands on no page of the documentation; create, get and update of one configuration do.
		await this.request('DELETE', `${PATH}/${encodeURIComponent(id)}`);
	}

	private async request(
		method: 'GET' | 'POST' | 'PUT' | 'DELETE',
		url: string,
		qs: IDataObject = {},
		body?: IDataObject,
	) {
		const { organizationId } = this.credential;
		return await outsideARun(this.context, partoo, {
			method,
			baseURL: partooBaseUrl(this.credential),
			url,
			qs: { ...qs, ...(organizationId ? { org_id: organizationId } : {}) } as IDataObject,
			...(body && { body, json: true }),
			timeout: TIMEOUT,
		});
	}

	/** A key of the PROVIDER role may be shown the configurations of other organizations. */
	private isOurs({ org_id: organization }: IDataObject): boolean {
		const { organizationId } = this.credential;
		return !organizationId || organization === undefined || String(organization) === String(organizationId).trim();
	}
}

/** None where the entry has no ID, event or URL. */
function read({ id, event_type: event, url: text, org_id: organization }: IDataObject): Registration[] {
	const url = readUrl(String(text));
	if (id === undefined || typeof event !== 'string' || !url) return [];
	return [{ id: String(id), event, url, organization: idText(organization) ?? undefined }];
}
