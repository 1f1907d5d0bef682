/** Escapes are put into each other, e.g. a JSON text in a JSON text; nobody has been seen to go deeper than this. */
const DEEPEST = 4;

/** A text with its escapes for JSON, HTML and addresses undone, however deep, and in one line. */
export function decoded(text: string): string {
	let current = text;
	for (let depth = 0; depth < DEEPEST && /[%&\\\r\n\0]/.test(current); depth++) {
		const next = current.replace(ESCAPES, (escape, ...groups) =>
			unescaped(escape, groups as Array<string | undefined>),
		);
		if (next === current) break;
		current = next;
	}
	return current;
}

const ENTITIES: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
const CHARACTERS = Object.fromEntries(Object.entries(ENTITIES).map(([character, name]) => [name, character]));
const ESCAPES =
	/((?:%[0-9a-f]{2})+)|(?:%u00|\\u00|\\x|\\u\{0*)([0-9a-f]{2})\}?|&#(?:x0*([0-9a-f]{2})|0*(\d{2,3}));|&(amp|lt|gt|quot|apos);|\\([^ux])|[\r\n\0]+/gi;

function unescaped(escape: string, [percent, json, hex, decimal, entity, plain]: Array<string | undefined>): string {
	if (percent !== undefined) return Buffer.from(percent.replaceAll('%', ''), 'hex').toString();
	if (json ?? hex) return String.fromCharCode(parseInt((json ?? hex)!, 16));
	if (decimal !== undefined) return String.fromCharCode(Number(decimal));
	if (entity !== undefined) return CHARACTERS[entity.toLowerCase()] ?? escape;
	return plain === undefined || plain === 'n' || plain === 'r' ? '' : plain;
}

/**
 * The texts by which a secret is known once all escapes are undone, those in itself too: itself, in hexadecimal digits,
 * in base64, also twice.
 */
export function encodings(secret: string): string[] {
	const hex = Buffer.from(secret).toString('hex');
	const base64 = inBase64(secret).flatMap((text) => [text, ...inBase64(text)]);
	return [
		decoded(secret),
		decoded(secret).replaceAll(' ', '+'),
		hex,
		hex.toUpperCase(),
		...base64,
		...base64.map((text) => text.replace(/\+/g, '-').replace(/\//g, '_')),
	];
}

/** What base64 makes of a secret at each of the three places where it may begin: all that depends on it alone. */
function inBase64(secret: string): string[] {
	const bytes = Buffer.from(secret);
	return [0, 1, 2].map((offset) => {
		const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
		return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
	});
}

/** Between the letters of a text in UTF-16. */
const NUL = '(?:\\0|\\\\+u0000)?';
const NEW_LINE = '(?:\\s|\\\\[rn])*';

/** Patterns for the ways in which a secret may be written on its own, with any character escaped. */
export function writings(secret: string): string[] {
	return [[...secret].map(anyWriting).join(NUL), [...Buffer.from(secret).toString('hex')].map(anyCase).join('')];
}

/** Patterns for what base64 makes of a secret, also twice; around it may stand more of the same base64 text. */
export function writingsInBase64(secret: string): string[] {
	return inBase64(secret)
		.flatMap((text) => [text, ...inBase64(text)])
		.map((text) => [...text].map(anyWriting).join(NEW_LINE));
}

/** Base64 for addresses writes two characters differently, and forms write a space so. */
const TWINS: Record<string, string> = { '+': '-', '/': '_', ' ': '+' };

function anyWriting(character: string): string {
	const code = character.codePointAt(0) as number;
	const hex = [...code.toString(16).padStart(2, '0')].map(anyCase).join('');
	const literal = [character, TWINS[character]].map((one) => one?.replace(/[^A-Za-z0-9]/g, '\\$&') ?? '');
	const percent = [...Buffer.from(character).toString('hex')].map(anyCase).join('').match(PER_BYTE) ?? [];
	return `(?:${[
		`\\\\*[${literal.join('')}]`,
		percent.map((byte) => `%(?:25)*${byte}`).join(''),
		`(?:\\\\+[ux]|%(?:25)*u)(?:\\{0*${hex}\\}|0*${hex})`,
		`&(?:amp;)*#(?:[xX]0*${hex}|0*${code});`,
		...(ENTITIES[character] ? [`&(?:amp;)*${ENTITIES[character]};`] : []),
	].join('|')})`;
}

const PER_BYTE = /(?:\[..\]|\d){2}/g;
const anyCase = (digit: string) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit);
