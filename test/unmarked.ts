import type { IDataObject } from 'n8n-workflow';

/** The marks of the node that the engine's harness runs; `marks.test.ts` looks at each of their parts. */
const MARK = /^n8n:workflow:\d+:node-1:0:\d+(\.\d+)?$/;

const isMark = (value: unknown): boolean => typeof value === 'string' && MARK.test(value);

/** A message's body without its mark; whatever else stands where marks do stays. */
export function unmarked({ biz_opaque_callback_data: tracking, metadata, ...body }: IDataObject): IDataObject {
	const pairs = Object.entries(metadata ?? {});
	const [pair] = pairs;
	return {
		...body,
		...(tracking !== undefined && !isMark(tracking) && { biz_opaque_callback_data: tracking }),
		...(metadata !== undefined && !(pairs.length === 1 && pair![0] === 'n8n' && isMark(pair![1])) && { metadata }),
	};
}
