import type { ICredentialDataDecryptedObject, IDataObject, IHookFunctions, IHttpRequestMethods } from 'n8n-workflow';
import { Failure } from '../../../shared/failures/failure';
import { settled } from '../../../shared/failures/settled';
import { asObject, idText } from '../../../shared/json';
import { outsideARun } from '../../../shared/transport/outsideARun';
import { dialog360BaseUrl } from '../../provider/environment';
import { dialog360 } from '../../provider/provider';
import type { WebhookConfig } from './staticData';

/**
 * https://docs.360dialog.com/docs/messaging/webhook and
 * https://docs.360dialog.com/docs/messaging-api/api-reference/webhooks
 */
const MAIN = '/v1/configs/webhook';
const WHOLE_ACCOUNT = '/waba_webhook';
const ADDITIONAL = '/multi_webhook';
const HEALTH = '/health_status';
/** Milliseconds; somebody waits for the workflow to be activated. */
const TIMEOUT = 20_000;

/** One of the up to three webhooks beside the main one. */
export interface Destination extends WebhookConfig {
	name: string;
}

export interface Destinations {
	enabled: boolean;
	destinations: Destination[];
}

/** The webhooks of the credential's phone number. */
export class Endpoint {
	constructor(
		private readonly context: IHookFunctions,
		private readonly credential: ICredentialDataDecryptedObject,
	) {}

	/**
	 * Where calls go now, with the headers: the number's own webhook, or else that of its whole WhatsApp account, from
	 * which one of the number would take them away. Undefined where there is neither.
	 *
	 * @throws Failure when 360dialog refuses the question
	 */
	async main(): Promise<WebhookConfig | undefined> {
		return (await this.config(MAIN, /^404$/)) ?? (await this.config(WHOLE_ACCOUNT, /^4(?!29)/));
	}

	/**
	 * Sets the main webhook. Headers are always given, so that those of another URL cannot stay behind.
	 *
	 * @throws Failure when 360dialog refuses it, or when it is not known whether it was set
	 */
	async setMain({ url, headers }: WebhookConfig): Promise<void> {
		await this.request('POST', MAIN, { url, headers });
	}

	/**
	 * The documents do not say how a webhook that was never set is answered, nor whether every key may see the account's,
	 * of which a sandbox knows nothing.
	 */
	private async config(path: string, none: RegExp): Promise<WebhookConfig | undefined> {
		const result = await settled(this.request('GET', path));
		if (result.status === 'fulfilled') return configIn(result.value);
		if (result.reason instanceof Failure && none.test(String(result.reason.facts.httpCode))) return undefined;
		throw result.reason;
	}

	/**
	 * The ID that calls name the number by; undefined where 360dialog does not tell: its sandbox is not known to have the
	 * health status (https://docs.360dialog.com/docs/messaging-api/api-reference/health), and the registration does not
	 * hang on it.
	 */
	async phoneNumberId(): Promise<string | undefined> {
		if (this.credential.environment === 'sandbox') return undefined;
		const result = await settled(this.request('GET', HEALTH));
		const { entities } = asObject(result.status === 'fulfilled' ? result.value.health_status : {});
		const numbers = (Array.isArray(entities) ? (entities as unknown[]) : [])
			.map(asObject)
			.filter(({ entity_type: type }) => type === 'PHONE_NUMBER');
		return numbers.length === 1 ? (idText(numbers[0]!.id) ?? undefined) : undefined;
	}

	async additional(): Promise<Destinations> {
		const { enabled, destinations } = await this.request('GET', ADDITIONAL);
		const list = Array.isArray(destinations) ? (destinations as unknown[]).map(asObject) : [];
		return {
			enabled: enabled === true,
			destinations: list.map((entry) => ({
				name: String(entry.name),
				url: String(entry.url),
				headers: asObject(entry.headers),
			})),
		};
	}

	async append(destination: Destination): Promise<void> {
		await this.request('PUT', ADDITIONAL, { destinations: [{ ...destination }] });
	}

	/**
	 * Changes URL and headers of the destination with this name; the shape of the body is taken from the request that
	 * adds one.
	 */
	async change(destination: Destination): Promise<void> {
		await this.request('PATCH', ADDITIONAL, { destinations: [{ ...destination }] });
	}

	/** Switches the list on or off, and adds to it what is given. */
	async switchAdditional(enabled: boolean, ...destinations: Destination[]): Promise<void> {
		await this.request('POST', ADDITIONAL, {
			enabled,
			...(destinations.length > 0 && { destinations: destinations.map((one) => ({ ...one })) }),
		});
	}

	private async request(method: IHttpRequestMethods, url: string, body?: IDataObject): Promise<IDataObject> {
		const answer = await outsideARun(this.context, dialog360, {
			method,
			baseURL: dialog360BaseUrl(this.credential),
			url,
			...(body && { body, json: true }),
			timeout: TIMEOUT,
		});
		return asObject(answer.body);
	}
}

function configIn({ url, headers }: IDataObject): WebhookConfig | undefined {
	return typeof url === 'string' && url.trim() !== '' ? { url, headers: asObject(headers) } : undefined;
}
