import { createHmac } from 'crypto';
import type {
	IDataObject,
	IExecuteData,
	INodeExecutionData,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { asObject } from '../../../../shared/json';
import { jsonBytes, objectIn, onlyHeader, Refusal, refuse } from '../../../../shared/trigger/incomingCall';
import { sameSecret } from '../../../../shared/trigger/secrets/sameSecret';
import { dialog360 } from '../../../provider/provider';
import { waitingWith } from './question';
import type { Answer } from './question';
import { writeWayBack } from './wayBack';

/** Carries what shows that a trigger hands an answer over, and nobody who saw the button's ID. */
export const PROOF_HEADER = 'x-answer-proof';

const NOT_PROVEN = 'The call is not made by a trigger with the same API key';

/** Where an execution that waits is told its answer; nothing is registered anywhere, and no workflow starts with it. */
export const answerWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];

/** What a trigger tells of an answer, and by which header its bytes are known. */
export interface HandedOver extends IDataObject {
	/** The ID of the button or row. */
	replyId: string;
	/** The message as the trigger gives it. */
	message: IDataObject;
}

/** What n8n keeps of an execution that is to go on; a node finds it in the context that it is handed. */
interface Resumed {
	executionData?: IExecuteData;
}

/**
 * Lets the execution go on with the answer that a 360dialog Trigger of this n8n hands over. n8n has checked the
 * signature in the address before.
 *
 * | the call | answer | the execution |
 * | --- | --- | --- |
 * | was not made with the API key of the node that asked | 403 | waits on |
 * | answers an earlier question of the same node | 410 | waits on |
 * | holds another signature than n8n's own | 410 | waits on |
 * | answers the question | 200, `{ resumed: true }` | goes on |
 */
export async function answered(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const raw = jsonBytes(context) ?? Buffer.alloc(0);
	const { apiKey } = await context.getCredentials(dialog360.credential);
	const isProven = sameSecret(onlyHeader(context, PROOF_HEADER), proofOf(raw, String(apiKey)));
	if (!isProven) return refuse(context, new Refusal(403, NOT_PROVEN));
	const { replyId, message } = (objectIn(raw) ?? {}) as Partial<HandedOver>;
	const { item, question } = waitingWith(context);
	const { run, answers } = question;
	const answer = answers.find((_, index) => sameSecret(replyId, writeWayBack(context, run, index)));
	if (!answer) return refuse(context, new Refusal(410, 'The question is settled'));
	// It was kept in case that nobody answers.
	delete (context as Resumed).executionData?.metadata?.resumeError;
	return { webhookResponse: { resumed: true }, workflowData: [[output(item, answer, asObject(message))]] };
}

/** Hexadecimal HMAC-SHA256 of the bytes. */
export function proofOf(raw: Uint8Array | string, apiKey: string): string {
	return createHmac('sha256', apiKey).update(raw).digest('hex');
}

/** What waits is the item as it would go on without an answer. */
function output(
	{ json, binary }: INodeExecutionData,
	{ id, title, isApproved }: Answer,
	message: IDataObject,
): INodeExecutionData {
	return {
		json: {
			...json,
			answer: title,
			answerId: id,
			// Under `data` for whoever is used to n8n's own nodes, the AI Agent's Human Review among them.
			...(isApproved !== undefined && { isApproved, data: { approved: isApproved } }),
			isTimedOut: false,
			message,
		},
		...(binary && { binary }),
		pairedItem: { item: 0 },
	};
}
