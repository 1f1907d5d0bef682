import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { clip } from '../../failures/clip';
import { badField } from '../../failures/failure';
import type { Failure } from '../../failures/failure';
import { SpoiltText } from '../../failures/values/spoiltText';
import { invalidDate, machineDate, machineDateIn } from '../../failures/values/dateFault';
import { notEvaluated, numberFault, unevaluated, wordsFault } from '../../failures/values/valueFault';
import { decimalText, isObject } from '../../json';
import { expressionOf, MAY_BE_EMPTY } from './parts';
import { addsNull, answerTo, isQuoted } from './answers';
import type { Evaluate } from './answers';

/** What a part that came out wrong may leave in a text: only then are the parts evaluated one by one. */
const SUSPICIOUS =
	/#|Err:|undefined|NaN|Infinity|Invalid Date|\{\{|(?<![A-Za-z\d])null(?![A-Za-z\d])|\bnan\b|NaT|<NA>|\bNULL\b|\(null\)|<nil>|\d GMT[+-]|\d{16}|\.\d{15}|\de[+-]?\d/;
/** What code that puts texts together writes for a field that is not there. */
const MADE_BY_CODE = /(?:Invalid Date(?:Time)?|(?<![A-Za-z\d])(?:undefined|NaN))(?![A-Za-z\d])/;

/** The names of fields that hold an ID. */
const ID = /(^i|I)d$/;
/** The names of fields that hold a link. */
const LINK = /(^u|U)rl$/;
/** A text that is wholly an address, whatever its field is called: a part beside it would leave a blank or a break. */
const ADDRESS = /^https?:\/\/\S+$/i;
/** What a resource locator holds, by its mode. */
const LOCATED: Record<string, Kind> = { id: 'id', list: 'id', url: 'link' };

/** What must have no hole in it: several items would share an ID, and a link leads nowhere. */
type Kind = 'id' | 'link' | undefined;

function kindOf(name: string): Kind {
	if (ID.test(name)) return 'id';
	return LINK.test(name) ? 'link' : undefined;
}

/**
 * The value of a parameter, in which a text that an expression spoilt is replaced by a {@link SpoiltText}. n8n writes
 * what the parts of an expression answer into one text, in which "#N/A" may be what a spreadsheet handed over or what a
 * person wrote. Here the parts are looked at alone, so that what people write passes.
 *
 * @param name of the parameter, e.g. `options.replyTo`
 * @param written as the user wrote it
 */
export function withoutSpoiltTexts(
	context: IExecuteSingleFunctions,
	name: string,
	written: unknown,
	value: unknown,
): unknown {
	const evaluate = (part: string): unknown => context.evaluateExpression(part, context.getItemIndex());
	return judged(evaluate, written, value, kindOf(name));
}

function judged(evaluate: Evaluate, written: unknown, value: unknown, kind: Kind): unknown {
	if (!holdsExpression(written)) return value;
	if (typeof value === 'string') {
		return typeof written === 'string' ? judgedText(evaluate, written, value, kind) : value;
	}
	if (Array.isArray(value) && Array.isArray(written)) {
		return value.map((entry, index) => judged(evaluate, written[index], entry, kind));
	}
	if (!isObject(value) || !isObject(written)) return value;
	// What a resource mapper holds has names of the provider's.
	const located = '__rl' in value ? LOCATED[String(value.mode)] : undefined;
	const hasNames = !('__rl' in value || 'mappingMode' in value);
	const entries = Object.entries(value).map(([name, entry]) => {
		const kind = name === 'value' ? located : undefined;
		return [name, judged(evaluate, written[name], entry, kind ?? (hasNames ? kindOf(name) : undefined))];
	});
	return Object.fromEntries(entries);
}

/** Whether an expression is in what the user wrote, evaluated or not. */
function holdsExpression(written: unknown): boolean {
	if (typeof written === 'string') return written.startsWith('=') || unevaluated(written) !== null;
	return typeof written === 'object' && written !== null && Object.values(written).some(holdsExpression);
}

function judgedText(evaluate: Evaluate, written: string, value: string, named: Kind): string | SpoiltText {
	if (!written.startsWith('=')) {
		const expression = unevaluated(value)?.[0];
		return expression ? new SpoiltText((label) => notEvaluated(label, expression)) : value;
	}
	const kind = named ?? (ADDRESS.test(value) ? 'link' : undefined);
	if (!kind && !SUSPICIOUS.test(value)) return value;
	const { parts, isWhole, isComposed } = expressionOf(written.slice(1));
	// What a person wrote into a text that is handed over may be any words.
	const [fault] = (isComposed && MADE_BY_CODE.exec(value)) || [];
	if (fault && !isQuoted(written, fault))
		return new SpoiltText((label) => wordsFault(label, fault) ?? invalidDate(label));
	if (isComposed && addsNull(evaluate, written, value)) return new SpoiltText((label) => wordsFault(label, 'null')!);
	const date = isComposed ? machineDateIn(value) : undefined;
	if (date) return new SpoiltText((label) => machineDate(label, date));
	if (isWhole || parts.length === 0) return value;
	const answers = parts.map((part) => answerTo(evaluate, part));
	const isHole = (answer: unknown, part: string) =>
		kind !== undefined && value.trim() !== '' && isBlank(answer) && !(kind === 'link' && MAY_BE_EMPTY.test(part));
	const spoilt = answers.findIndex((answer, index) => faultOf('', answer) ?? isHole(answer, parts[index]!));
	if (spoilt >= 0) return new SpoiltText((label) => failureOf(label, value, parts[spoilt]!, answers[spoilt], kind));
	return answers.reduce<string>(
		(text, answer) => (typeof answer === 'number' ? text.replace(String(answer), decimalText(answer)) : text),
		value,
	);
}

function faultOf(label: string, answer: unknown): Failure | undefined {
	if (typeof answer === 'number') return numberFault(label, answer);
	const isDate = Object.prototype.toString.call(answer) === '[object Date]';
	const isMoment = isDate || (isObject(answer) && 'isLuxonDateTime' in answer);
	if (typeof answer !== 'string' && !isMoment) return undefined;
	const words = String(answer);
	return wordsFault(label, words) ?? (machineDateIn(words) === words ? machineDate(label, words) : undefined);
}

function isBlank(answer: unknown): boolean {
	return answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '');
}

function failureOf(label: string, value: string, part: string, answer: unknown, kind: Kind): Failure {
	if (!kind || typeof answer === 'number') return faultOf(label, answer)!;
	const said = isBlank(answer) ? 'nothing' : `"${clip(String(answer))}"`;
	const why = {
		id: 'several of them would share one ID.',
		link: "the link would lead elsewhere. A part that may be missing ends in ?? ''.",
	};
	return badField(
		label,
		`holds "${clip(value)}", which is no ${kind === 'id' ? 'ID' : 'whole link'}: ${clip(part)} in it answers ${said}`,
		`Check the name of the field there, and leave items without it out before this node: ${why[kind]}`,
	);
}
