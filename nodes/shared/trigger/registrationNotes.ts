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

/** Milliseconds after which n8n has saved for certain what was noted: it does so when the activation is over. */
const SAVED_MS = 60_000;

/** What was noted last, by trigger: who is activated at the same moment may ask before n8n has saved it. */
const unsaved = new Map<string, { notes: Note[]; at: number }>();

const idOf = (context: Context, key: string, isTest: boolean) =>
	JSON.stringify([context.getWorkflow().id, context.getNode().id, key, isTest]);

const areOfTest = (notes: Note[]) => notes.some(({ isTest }) => isTest === true);

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
		/** Of all environments, as they are although n8n may not have saved them yet. */
		latest(context: IWebhookFunctions): T[] {
			const noted = unsaved.get(idOf(context, key, context.getMode() === 'manual'));
			return noted && performance.now() - noted.at < SAVED_MS ? (noted.notes as T[]) : all(context);
		},
		of,
		any: (context: Context): boolean => all(context).length > 0,
		addressesOf: (context: IHookFunctions, credential: ICredentialDataDecryptedObject): string[] =>
			of(context, credential).map(({ address }) => address),
		/** Puts notes in the place of all that there were. */
		keep(context: IHookFunctions, credential: ICredentialDataDecryptedObject, made: Array<Omit<T, 'baseUrl'>>): void {
			const baseUrl = baseUrlOf(credential);
			const notes = made.map((one) => ({ ...one, baseUrl }));
			context.getWorkflowStaticData('node')[key] = notes;
			unsaved.set(idOf(context, key, areOfTest(notes)), { notes, at: performance.now() });
		},
		forget(context: IHookFunctions): void {
			unsaved.delete(idOf(context, key, areOfTest(all(context))));
			delete context.getWorkflowStaticData('node')[key];
		},
	};
}
