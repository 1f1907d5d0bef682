import type { IDataObject } from 'n8n-workflow';
import type { RequestSpec } from '../../../shared/ask';
import { asObject } from '../../../shared/call';
import type { Call } from '../../../shared/call';
import { answerFailure } from '../../../shared/explain';
import { isGood } from '../../../shared/send';
import { isUnknownPath } from '../../templates/list';

/**
 * Sends a change to the newer address of templates, and where that is not found to the older one: what was not found
 * was not carried out.
 *
 * @throws Failure when 360dialog refuses it
 */
export async function change(call: Call, newer: RequestSpec, older: RequestSpec): Promise<IDataObject> {
	const first = await call.ask(newer);
	const answer = isUnknownPath(first) ? await call.ask(older) : first;
	if (!isGood(answer)) throw answerFailure(call.provider, answer);
	return asObject(answer.body);
}
