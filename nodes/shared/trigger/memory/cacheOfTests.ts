import type { IHookFunctions } from 'n8n-workflow';

/** What n8n keeps of a webhook, and hands to the method that takes it out. */
interface Kept {
	webhookData?: { isTest?: boolean; workflowExecuteAdditionalData?: object };
}

/**
 * Keeps n8n from standing still for minutes. To take out the webhook of a test, n8n 2.41 puts all that an execution can
 * reach into the entry of its cache, and it copies and measures the whole cache when another test begins or ends
 * meanwhile. What is not enumerable is still there for n8n, and left out of both.
 */
export function spareCacheOfTests(context: IHookFunctions): void {
	const { webhookData } = context as Kept;
	if (webhookData?.isTest && webhookData.workflowExecuteAdditionalData)
		Object.defineProperty(webhookData, 'workflowExecuteAdditionalData', { enumerable: false });
}
