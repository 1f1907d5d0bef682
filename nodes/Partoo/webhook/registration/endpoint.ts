import type { ICredentialDataDecryptedObject, IDataObject, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { Failure } from '../../../shared/failures/failure';
import { redactor } from '../../../shared/failures/secrets';
import type { Redactor } from '../../../shared/failures/secrets';
import { settled } from '../../../shared/failures/settled';
import { asObject, idText } from '../../../shared/json';
import type { HttpAnswer } from '../../../shared/transport/answer';
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
	private readonly hide: Redactor;
	/** The secret in a URL has to be seen where it is compared with the one that is wanted. */
	private readonly hideFromUrls: Redactor;

	constructor(
		private readonly context: IHookFunctions,
		private readonly credential: ICredentialDataDecryptedObject,
	) {
		this.hide = redactor(credential);
		this.hideFromUrls = redactor({ ...credential, urlSecret: '' });
	}

	/**
	 * All of them, those of others too.
	 *
	 * @throws Failure when Partoo refuses the list or answers something else
	 */
	async list(): Promise<Registration[]> {
		const list = pages<number>(
			async (page = 1) =>
				await this.ask('GET', PATH, { page, per_page: MAX_PER_PAGE }, undefined, (answer) =>
					numberedPage(answer, 'items'),
				),
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
		return await this.ask('POST', PATH, {}, { items: [{ url, event_type: event }] }, (answer) => {
			const { items } = asObject(answer.body);
			const [made] = Array.isArray(items) ? (items as IDataObject[]).map(asObject).flatMap(read) : [];
			if (!made) throw unexpectedAnswer(partoo, answer, 'the ID of the webhook');
			return made;
		});
	}

	/**
	 * Moves one to another URL. The page has the fields but not the verb.
	 *
	 * @throws Failure when Partoo refuses it, or does not say that it was moved
	 */
	async update(id: string, url: string): Promise<Registration> {
		return await this.ask('PUT', `${PATH}/${encodeURIComponent(id)}`, {}, { url }, (answer) => {
			const [moved] = read(asObject(answer.body));
			const wanted = readUrl(url);
			if (moved?.url.address === wanted?.address && moved?.url.search === wanted?.search) return moved!;
			throw unexpectedAnswer(partoo, answer, 'the new URL of the webhook');
		});
	}

	/** Lets Partoo call a URL as it would for an event. @throws Failure when Partoo refuses it */
	async tryOut(event: string, url: string): Promise<void> {
		await this.ask('POST', `${PATH}/tryout`, {}, { items: [{ url, event_type: event }] });
	}

	/** @throws Failure when Partoo refuses it; one that is gone already answers HTTP 404 */
	async delete(id: string): Promise<void> {
		// The call stands on no page of the documentation; create, get and update of one configuration do.
		await this.ask('DELETE', `${PATH}/${encodeURIComponent(id)}`);
	}

	/** Sends a request and reads its answer. What is said of either when it fails holds no secret. */
	private async ask<T = void>(
		method: 'GET' | 'POST' | 'PUT' | 'DELETE',
		url: string,
		qs: IDataObject = {},
		body?: IDataObject,
		readAnswer?: (answer: HttpAnswer) => T,
	): Promise<T> {
		const { organizationId } = this.credential;
		const options: IHttpRequestOptions = {
			method,
			baseURL: partooBaseUrl(this.credential),
			url,
			qs: { ...qs, ...(organizationId ? { org_id: organizationId } : {}) } as IDataObject,
			...(body && { body, json: true }),
			timeout: TIMEOUT,
		};
		const answer = outsideARun(this.context, partoo, options, undefined, this.hideFromUrls);
		const result = await settled(answer.then((one) => readAnswer?.(one) as T));
		if (result.status === 'fulfilled') return result.value;
		throw result.reason instanceof Failure ? new Failure(this.hide(result.reason.facts)) : result.reason;
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
