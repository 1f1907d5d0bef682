import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { accountOf } from '../../shared/account';
import type { Account } from '../../shared/account';
import type { OwnUrl } from '../../shared/webhookUrl';
import { callbellBaseUrl } from '../environment';
import { callbell } from '../provider';

/** What this process knows of an account's webhook beyond the delivery log, which tells nothing before the first call. */
export interface Knowledge {
	/** The trigger of this n8n that subscribed last and has not unsubscribed. */
	holder?: OwnUrl;
	/** Calls up to this moment tell nothing of who is subscribed now. */
	settledUntil?: string;
}

const byAccount = new WeakMap<Account, Knowledge>();

/** It forgets with the process; n8n subscribes its active workflows anew when it starts. */
export function knowledgeOf(credential: ICredentialDataDecryptedObject): Knowledge {
	const account = accountOf(callbell.credential, callbellBaseUrl(credential), credential.apiKey);
	const knowledge = byAccount.get(account) ?? {};
	byAccount.set(account, knowledge);
	return knowledge;
}
