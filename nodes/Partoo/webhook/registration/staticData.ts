import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { partooBaseUrl } from '../../provider/environment';
import type { Registration } from './endpoint';

/** A registration that this trigger made or found to be its own. */
export interface Remembered {
	id: string;
	event: string;
	/** Without the query, which may hold a secret. */
	address: string;
	/** Whose events it is for, as Partoo said; absent where it did not, and in what older versions of the node noted. */
	organization?: string;
	/** Where Partoo's API was: the same ID may be somebody else's webhook in another environment. */
	baseUrl: string;
}

/** What the node's static data holds; n8n keeps that of a test apart from that of the active workflow. */
interface StaticData {
	registrations?: Remembered[];
}

const dataOf = (context: IHookFunctions | IWebhookFunctions) => context.getWorkflowStaticData('node') as StaticData;

/** What the trigger remembers of the environment that its credential is for now. */
export function rememberedBy(context: IHookFunctions, credential: ICredentialDataDecryptedObject): Remembered[] {
	return (dataOf(context).registrations ?? []).filter(({ baseUrl }) => baseUrl === partooBaseUrl(credential));
}

/** The addresses of {@link rememberedBy}. */
export function addressesOf(context: IHookFunctions, credential: ICredentialDataDecryptedObject): string[] {
	return rememberedBy(context, credential).map(({ address }) => address);
}

export function remember(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
	registrations: Registration[],
): void {
	const baseUrl = partooBaseUrl(credential);
	dataOf(context).registrations = registrations.map(({ id, event, organization, url }) => ({
		id,
		event,
		address: url.address,
		...(organization && { organization }),
		baseUrl,
	}));
}

/** Organizations that the trigger registered for, as far as Partoo named them. */
export function organizationsOf(context: IWebhookFunctions): string[] {
	return [...new Set((dataOf(context).registrations ?? []).flatMap(({ organization }) => organization ?? []))];
}

export function remembersAny(context: IHookFunctions): boolean {
	return Boolean(dataOf(context).registrations?.length);
}

export function forget(context: IHookFunctions): void {
	delete dataOf(context).registrations;
}
