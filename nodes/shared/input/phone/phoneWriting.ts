import { badField } from '../../failures/failure';
import type { Failure } from '../../failures/failure';
import { optionalIdentifier } from '../identifier';
import { clip } from '../../failures/clip';

/** Format characters such as soft hyphens and marks of direction, and quotes of all kinds. */
const AROUND = /[\p{Cf}"'`´“”„‟‘’‚‛«»]/gu;
/** What stands between digits. */
const BETWEEN = /[\s().[\]\-/‐-―−·•*]/gu;

/**
 * What tells that a number follows, e.g. `Tel.:` or `Mobile`, and what is said of it, e.g. `(mobil)`. A fax takes no
 * messages.
 */
const KIND =
	't[eé]l[eé]?(?:f[oóò]no?|phone)?|phone|fon|handy|whatsapp|wa' +
	'|mob(?:ile|il|iel|il[en]|tel)?|cell?(?:phone|ular)?|port(?:able)?';
const LABEL = new RegExp(`^(?:(?!fax)\\p{L}[\\p{L} .]{0,20}:|(?:${KIND})\\.?\\s)\\s*(?=[+\\d(])`, 'iu');
const REMARK = new RegExp(`(?<=\\d)\\s*(?:\\((?!fax)\\p{L}[\\p{L} .]{0,20}\\)|\\s(?:${KIND})\\.?|[,;])$`, 'iu');
/** As mail programs write an address. */
const ANGLES = /^<(.*)>$/;

/** A link to a chat, with or without https://. */
const CHAT_LINK =
	/^(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?(?:.*&)?phone=)(?:%2B|\+)?([\d-]+).*$/i;
/** A number below zero, e.g. of a calculation. */
const NEGATIVE = /^[-‐-―−]\d+$/u;

/** A day of the calendar: its digits make a number of a possible length. */
const DAY = /^(\d\d?([/.])\d\d?\2(19|20)\d\d|(19|20)\d\d-\d\d-\d\d)$/;

/** Characters of a link to a chat with a text in it; the patterns here are not for whole books. */
const LONGEST_WRITING = 5_000;

/** A number in the hand of whoever wrote it. */
export interface PhoneWriting {
	/** As it was given, for sentences. */
	given: string;
	/** Digits, with a `+` before them where the country code is said to follow. */
	compact: string;
	/** Whether it was written as WhatsApp writes its IDs: digits alone, with the country code. */
	isId: boolean;
	/** The digits before whatever stands first between digits; absent where it begins otherwise, e.g. with a bracket. */
	first?: string;
	/** The digits before and after a zero in brackets, as in `+49 (0) 151`, where there is one. */
	zeroInBrackets?: [string, string];
}

/**
 * Reads a phone number's digits out of the usual writings: numbers and texts, digits of any script, spaces, dashes,
 * dots, slashes, brackets, quotes, `tel:`, links to a chat, and the addresses of WhatsApp's own protocol.
 *
 * @param label the field's name in the editor
 * @throws Failure when it is empty, was rounded, or holds anything else
 */
export function phoneWriting(label: string, value: unknown): PhoneWriting {
	const given = optionalIdentifier(label, value, 'phone number');
	if (given.length > LONGEST_WRITING) throw noNumber(label, given);
	const bare = withoutWrapping(given);
	if (bare === '')
		throw badField(
			label,
			'is empty',
			`Give a phone number with its country code in '${label}', e.g. +49 151 12345678.`,
		);
	if (/^[\d.,]+e\+?\d+$/i.test(bare)) {
		throw badField(
			label,
			`holds "${clip(given)}": a spreadsheet has rounded the phone number, and its last digits are lost`,
			'Format the column as text in the spreadsheet, enter the numbers again and read it anew.',
		);
	}
	const compact = compacted(bare);
	if (!/^\+?\d+$/.test(compact) || NEGATIVE.test(bare) || DAY.test(bare)) {
		throw noNumber(label, given);
	}
	const brackets = /^(.*?)\(0\)(.*)$/.exec(bare);
	return {
		given,
		compact,
		isId: /^[1-9]\d+$/.test(bare),
		first: /^\d+/.exec(bare)?.[0],
		...(brackets && { zeroInBrackets: [compacted(brackets[1]!), compacted(brackets[2]!)] }),
	};
}

function noNumber(label: string, given: string): Failure {
	return badField(
		label,
		`holds "${clip(given)}", which is no phone number`,
		`Give one number with its country code in '${label}', e.g. +49 151 12345678.`,
	);
}

function compacted(text: string): string {
	return text.replace(BETWEEN, '');
}

function withoutWrapping(given: string): string {
	const plain = given
		.normalize('NFKC')
		.replace(/\p{Nd}/gu, digit)
		.replace(AROUND, '')
		.trim();
	return (
		plain
			.replace(ANGLES, '$1')
			.replace(CHAT_LINK, '$1')
			.replace(/^(?:tel|sms|callto|whatsapp):(?:\/\/)?/i, '')
			.replace(LABEL, '')
			.replace(REMARK, '')
			.replace(/(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i, '')
			.replace(/^(\+?\d+)[.,]0+$/, '$1')
			// A plus in front of an expression that has one.
			.replace(/^\+{2}(?=\d)/, '+')
			.trim()
	);
}

/** The digit of any script as 0 to 9: in Unicode the ten of a script stand in a row. */
function digit(character: string): string {
	const code = character.codePointAt(0)!;
	let zero = code;
	while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
	return String(code - zero);
}
