import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What a trigger notes of one thing that it registered. */
export interface Note {
	/** The URL without its query, which may hold a secret. */
	address: string;
	/** Where the provider's API was: in another environment the same registration is somebody else's. */
	baseUrl: string;
	/** What it had in common with the other triggers of the account then; its API key may be exchanged. */
	shareKey?: string;
	/** Whether it is a test URL. */
	isTest?: boolean;
}

type Context = IHookFunctions | IWebhookFunctions;

/**
 * The notes of a trigger in its node's static data, which n8n keeps for a test apart from that of the active workflow.
 *
 * @param key their name there
 * @param baseUrlOf where the provider's API is for a credential
 */
export function registrationNotes<T extends Note>(
	key: string,
	baseUrlOf: (credential: ICredentialDataDecryptedObject) => string,
) {
	/** Of all environments. */
	const all = (context: Context): T[] => {
		const noted = context.getWorkflowStaticData('node')[key] as T | T[] | undefined;
		return noted === undefined ? [] : ([noted].flat() as T[]);
	};
	/** Those of the environment that the credential is for now. */
	const of = (context: IHookFunctions, credential: ICredentialDataDecryptedObject): T[] =>
		all(context).filter(({ baseUrl }) => baseUrl === baseUrlOf(credential));
	return {
		all,
		of,
		any: (context: Context): boolean => all(context).length > 0,
		addressesOf: (context: IHookFunctions, credential: ICredentialDataDecryptedObject): string[] =>
			of(context, credential).map(({ address }) => address),
		/** Puts notes in the place of all that there were. */
		keep(context: IHookFunctions, credential: ICredentialDataDecryptedObject, made: Array<Omit<T, 'baseUrl'>>): void {
			const baseUrl = baseUrlOf(credential);
			context.getWorkflowStaticData('node')[key] = made.map((one) => ({ ...one, baseUrl }));
		},
		forget(context: IHookFunctions): void {
			delete context.getWorkflowStaticData('node')[key];
		},
	};
}
