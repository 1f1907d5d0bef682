import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { refuse } from './incomingCall';

/**
 * Lets a trigger judge a call. What goes wrong meanwhile, e.g. because n8n cannot read the credential, is answered with
 * 503, so that the provider calls again later: the call may be a good one.
 *
 * @param provider as it is called in sentences
 */
export async function judgeCall(
	context: IWebhookFunctions,
	provider: string,
	judge: () => Promise<IWebhookResponseData>,
): Promise<IWebhookResponseData> {
	const [result] = await Promise.allSettled([judge()]);
	if (result.status === 'fulfilled') return result.value;
	const reason: unknown = result.reason;
	const why = reason instanceof Error ? reason.message : String(reason);
	context.logger.error(`${context.getNode().name} could not judge a call of ${provider}: ${why}`);
	return refuse(context, 503, 'The call cannot be verified at the moment');
}
