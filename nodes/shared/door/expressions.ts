import { sleep } from 'n8n-workflow';
import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { settled } from '../failures/settled';

/** So many items are tried before others get their turn. */
const TRIED_AT_ONCE = 25;

/** Whether n8n can evaluate the expressions of all parameters for each of the first `items` items. */
export async function canBeRead(context: IExecuteSingleFunctions, items: number): Promise<boolean> {
	const expressions = expressionsIn(context.getNode().parameters);
	const trying = async () => {
		for (let itemIndex = 0; itemIndex < items; itemIndex++) {
			for (const expression of expressions) context.evaluateExpression(expression, itemIndex);
			if (itemIndex % TRIED_AT_ONCE === 0) await sleep(0);
		}
	};
	return (await settled(trying())).status === 'fulfilled';
}

/** The expressions within a parameter, without the sign in front of them. */
function expressionsIn(value: unknown): string[] {
	if (typeof value === 'string') return value.startsWith('=') ? [value.slice(1)] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
}
