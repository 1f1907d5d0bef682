import { sleep } from 'n8n-workflow';
import type { IExecuteSingleFunctions, INode } from 'n8n-workflow';
import { settled } from '../failures/settled';
import { SpoiltText } from '../failures/values/spoiltText';
import { tooDeep } from '../failures/values/valueFault';
import { asObject } from '../json';
import { withoutSpoiltTexts } from './expressions/mixedTexts';
import { MAY_BE_EMPTY } from './expressions/parts';

/** So many items are tried before others get their turn. */
const TRIED_AT_ONCE = 25;

/**
 * The parameters of a node in one pass over its items. n8n takes as long over a plain value as over an expression, so
 * what is the same for all items is asked for once.
 */
export class Parameters {
	private readonly fixed = new Map<string, unknown>();
	/** Names of those that hold an expression, or that the node does not have. */
	private readonly others = new Set<string>();

	/** @param node as n8n gave it, with the values as they are written */
	constructor(private readonly node: INode) {}

	/**
	 * The value of an item, its expressions resolved: to be read, and not changed. See {@link withoutSpoiltTexts}.
	 */
	read(context: IExecuteSingleFunctions, name: string, fallback: unknown): unknown {
		if (this.fixed.has(name)) return this.fixed.get(name);
		const value = this.evaluated(context, name, fallback);
		if (this.others.has(name)) return value;
		if (this.isFixed(name)) this.fixed.set(name, value);
		else this.others.add(name);
		return value;
	}

	/** Whether an expression makes it that means to say something: no empty text on purpose, and none of an AI agent. */
	isByExpression(name: string): boolean {
		return expressionsIn(this.written(name)).some((expression) => !MAY_BE_EMPTY.test(expression));
	}

	private evaluated(context: IExecuteSingleFunctions, name: string, fallback: unknown): unknown {
		let failed: unknown;
		try {
			const value: unknown = context.getNodeParameter(name, fallback as object);
			return withoutSpoiltTexts(context, name, this.written(name), value);
		} catch (error) {
			failed = error;
		}
		// n8n walks through all that an expression answers, and does not come back from what holds itself.
		if (failed instanceof Error && failed.name === 'RangeError') return new SpoiltText(tooDeep);
		throw failed;
	}

	/** A parameter as the user wrote it; dots lead into it. */
	private written(name: string): unknown {
		return name.split('.').reduce<unknown>((outer, key) => asObject(outer)[key], this.node.parameters);
	}

	private isFixed(name: string): boolean {
		const written = this.node.parameters[name];
		return written !== undefined && expressionsIn(written).length === 0;
	}
}

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
