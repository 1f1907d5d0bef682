import { causeOf, INVISIBLE, visible } from './jsonCause';

/** Where a text stops being JSON, and why it mostly does there. */
export interface JsonFault {
	/** Both count from 1. */
	line: number;
	column: number;
	/** What stands there; empty at the end of the text. */
	words: string;
	/** The usual cause with its remedy, where there is one. */
	cause?: string;
}

/** Characters around a fault that a sentence shows. */
const SHOWN = 24;

const BLANKS = /[ \t\n\r]*/y;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;

/**
 * Finds the first place at which a text is no JSON: `JSON.parse` of some versions of Node does not say it.
 *
 * @returns undefined when all of it is JSON
 */
export function faultIn(text: string): JsonFault | undefined {
	const reader = new Reader(text);
	return reader.reads() ? undefined : describe(text, reader.at);
}

/** A key that an object of JSON has twice, with different values: what reads it takes the last one. */
export interface DoubleKey {
	key: string;
	/** As they are written. */
	values: [string, string];
}

/** The first double key in a text of JSON. */
export function doubleKeyIn(text: string): DoubleKey | undefined {
	const reader = new Reader(text);
	return reader.reads() ? reader.doubleKey : undefined;
}

/** Whether two texts of JSON hold the same, however it is written. */
function isSame(one: string, other: string): boolean {
	const [first, second] = [one, other].map((text) => JSON.stringify(JSON.parse(text)));
	return first === second;
}

class Reader {
	/** How far the text is JSON. */
	at = 0;
	doubleKey?: DoubleKey;

	constructor(private readonly text: string) {}

	reads(): boolean {
		return this.value() && this.at === this.text.length;
	}

	private value(): boolean {
		this.skip(BLANKS);
		const isRead = this.next('{') ? this.entries('}', true) : this.next('[') ? this.entries(']', false) : this.scalar();
		return isRead && this.skip(BLANKS);
	}

	private entries(end: string, isObject: boolean): boolean {
		this.skip(BLANKS);
		if (this.next(end)) return true;
		const given = new Map<string, string>();
		do {
			this.skip(BLANKS);
			const start = this.at;
			if (isObject && !this.string()) return false;
			const key = this.text.slice(start, this.at);
			if (isObject && !(this.skip(BLANKS) && this.next(':'))) return false;
			const behind = this.at;
			if (!this.value()) return false;
			if (isObject) this.compare(given, key, this.text.slice(behind, this.at).trim());
		} while (this.next(','));
		return this.next(end);
	}

	private compare(given: Map<string, string>, written: string, value: string): void {
		const key = JSON.parse(written) as string;
		const other = given.get(key);
		if (other !== undefined && !isSame(other, value)) this.doubleKey ??= { key, values: [other, value] };
		given.set(key, value);
	}

	private scalar(): boolean {
		return this.text[this.at] === '"' ? this.string() : this.skip(PLAIN);
	}

	private string(): boolean {
		return this.skip(STRING) && this.next('"');
	}

	private next(character: string): boolean {
		if (this.text[this.at] !== character) return false;
		this.at++;
		return true;
	}

	private skip(pattern: RegExp): boolean {
		pattern.lastIndex = this.at;
		if (!pattern.test(this.text)) return false;
		this.at = pattern.lastIndex;
		return true;
	}
}

function describe(text: string, at: number): JsonFault {
	const before = text.slice(0, at).split('\n');
	const words = text.slice(Math.max(0, at - SHOWN / 2), at + SHOWN).replace(/[ \t\r\n]+/g, ' ');
	return {
		line: before.length,
		column: before.at(-1)!.length + 1,
		words: at >= text.length ? '' : words.replace(/^ | $/g, '').replace(INVISIBLE, visible),
		cause: causeOf(text.slice(0, at), text.slice(at)),
	};
}
