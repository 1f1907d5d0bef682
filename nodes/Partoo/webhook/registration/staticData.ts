import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { partooBaseUrl } from '../../provider/environment';
import type { Registration } from './endpoint';

/** A registration that this trigger made or found to be its own. */
export interface Remembered {
	id: string;
	event: string;
	/** Without the query, which may hold a secret. */
	address: string;
	/** Where Partoo's API was: the same ID may be somebody else's webhook in another environment. */
	baseUrl: string;
}

/** What the node's static data holds; n8n keeps that of a test apart from that of the active workflow. */
interface StaticData {
	registrations?: Remembered[];
}

const dataOf = (context: IHookFunctions) => context.getWorkflowStaticData('node') as StaticData;

/** What the trigger remembers of the environment that its credential is for now. */
export function rememberedBy(context: IHookFunctions, credential: ICredentialDataDecryptedObject): Remembered[] {
	return (dataOf(context).registrations ?? []).filter(({ baseUrl }) => baseUrl === partooBaseUrl(credential));
}

export function remember(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
	registrations: Registration[],
): void {
	const baseUrl = partooBaseUrl(credential);
	dataOf(context).registrations = registrations.map(({ id, event, url }) => ({
		id,
		event,
		address: url.address,
		baseUrl,
	}));
}

export function remembersAny(context: IHookFunctions): boolean {
	return Boolean(dataOf(context).registrations?.length);
}

export function forget(context: IHookFunctions): void {
	delete dataOf(context).registrations;
}
