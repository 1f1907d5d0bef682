import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { onlyHeader, objectIn } from '../incomingCall';
import type { CallResponse } from '../incomingCall';
import { sameSecret } from '../secrets/sameSecret';
import { ownUrl } from '../webhookUrl';
import { PROOF_HEADER, QUESTION } from './ask';
import type { Reach } from './ask';
import { close } from './letter';
import { isAtHome } from './home';
import { listIn, readList } from './place';
import { proofOf } from './shareKey';

/** How a call came, and whom it concerns. */
export interface Sharing {
	/** Whether another trigger of this n8n, which verified it, hands the call on. */
	isHandedOn: boolean;
	/** Whether it asks only if the trigger is there; the trigger that asks. */
	question?: string;
	/** Addresses of further triggers that are to get it. */
	others: string[];
	/** Whether the URL holds what shows that a trigger of this n8n registered it. */
	isSealed: boolean;
	reach: Reach;
}

/**
 * How a call came: from a provider, to this trigger alone or to several; or from another trigger.
 *
 * @param keys with which its sender may have proved itself, the usual one first
 * @param internal where this n8n reaches itself
 * @returns why the call is refused, where what it says of sharing is not proved
 */
export function sharingOf(
	context: IWebhookFunctions,
	raw: Buffer,
	keys: string[],
	internal: string | undefined,
): Sharing | { objection: string } {
	const own = ownUrl(context, String(context.getNodeWebhookUrl('default')));
	const home = { own, isTest: false };
	const proof = onlyHeader(context, PROOF_HEADER);
	if (context.getHeaderData()[PROOF_HEADER] !== undefined) {
		const key = keys.find((one) => sameSecret(proof, proofOf(one, 'call', own.address, raw)));
		if (!key) return { objection: 'What shows that another trigger hands the call on is wrong' };
		const question = objectIn(raw)?.[QUESTION];
		const isQuestion = typeof question === 'string' && { question };
		return { isHandedOn: true, ...isQuestion, others: [], isSealed: false, reach: { ...home, key, internal } };
	}
	const list = listIn(context.getQueryData() as Record<string, unknown>);
	const alone = { isHandedOn: false, others: [], isSealed: false, reach: { ...home, key: keys[0]!, internal } };
	if (!list) return alone;
	const { others, key } = readList(own.address, list, keys);
	if (!key) return { objection: 'The list of triggers in the URL is wrong' };
	const atHome = others.filter((one) => one !== own.address && isAtHome(one, home));
	return { ...alone, others: atHome, isSealed: true, reach: { ...home, key, internal } };
}

/**
 * Answers another trigger which asks whether this one is there.
 *
 * @param told what the others have to know of this one, e.g. what was at the provider before any of them
 */
export function answerQuestion(
	context: IWebhookFunctions,
	{ question, reach }: Sharing,
	told?: unknown,
): IWebhookResponseData {
	const response = context.getResponseObject() as CallResponse;
	response.setHeader(PROOF_HEADER, proofOf(reach.key, 'here', reach.own.address, question));
	response.status(200).json({ told: close(reach.key, told) } as IDataObject);
	return { noWebhookResponse: true };
}
