import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { callbellBaseUrl } from '../../provider/environment';

/** The subscription that this trigger made. */
export interface Remembered {
	address: string;
	types: string[];
	/** The last call that anybody had taken before it. */
	settledUntil?: string;
	/** Where Callbell's API was. */
	baseUrl: string;
}

/** What the node's static data holds; n8n keeps that of a test apart from that of the active workflow. */
interface StaticData {
	subscription?: Remembered;
}

const dataOf = (context: IHookFunctions) => context.getWorkflowStaticData('node') as StaticData;

/** What the trigger remembers of where its credential points now. */
export function rememberedBy(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
): Remembered | undefined {
	const { subscription } = dataOf(context);
	return subscription?.baseUrl === callbellBaseUrl(credential) ? subscription : undefined;
}

/** The address of {@link rememberedBy}, if any. */
export function addressesOf(context: IHookFunctions, credential: ICredentialDataDecryptedObject): string[] {
	return [rememberedBy(context, credential)?.address].filter((address) => address !== undefined);
}

export function remember(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
	made: Omit<Remembered, 'baseUrl'>,
): void {
	dataOf(context).subscription = { ...made, baseUrl: callbellBaseUrl(credential) };
}

export function remembersAny(context: IHookFunctions): boolean {
	return dataOf(context).subscription !== undefined;
}

export function forget(context: IHookFunctions): void {
	delete dataOf(context).subscription;
}
