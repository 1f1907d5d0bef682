import { metaRefusal } from '../errors';

/** A value for something variable; what it holds stands below the name of its type. */
export interface Parameter {
	type?: string;
	text?: unknown;
	parameter_name?: string;
	[kind: string]: unknown;
}

/** A component of a template message. */
export interface Sent {
	type: string;
	sub_type?: string;
	index?: number | string;
	parameters?: Parameter[];
	cards?: Array<{ card_index: number; components?: Sent[] }>;
}

const MISSING = 131008;
const FORMAT = 132012;

/** What the text parameters say, by the variable's name; numbered variables are called 1, 2, 3. */
export function textParameters(where: string, names: string[], parameters: Parameter[]): Map<string, string> {
	const areNumbered = names.every((name) => /^\d+$/.test(name));
	const values = new Map<string, string>();
	parameters.forEach((parameter, index) => {
		const name = areNumbered ? names[index]! : parameter.parameter_name;
		if (name === undefined || !names.includes(name)) {
			throw metaRefusal(MISSING, `${where}: parameter_name is missing or is none of ${names.join(', ')}`);
		}
		values.set(name, textOf(where, parameter));
	});
	if (values.size < names.length) throw metaRefusal(MISSING, `${where}: a parameter is given twice`);
	return values;
}

function textOf(where: string, parameter: Parameter): string {
	const { type } = parameter;
	const spelt =
		type === 'text'
			? parameter.text
			: (parameter[String(type)] as { fallback_value?: unknown } | undefined)?.fallback_value;
	if (typeof spelt !== 'string' || spelt === '')
		throw metaRefusal(FORMAT, `${where}: a parameter of type ${String(type)} has no text`);
	return spelt;
}

/** The template's text with its variables filled in. */
export const filled = (template: string, values: Map<string, string>): string =>
	template.replace(/\{\{\s*(\w+)\s*\}\}/g, (variable, name: string) => values.get(name) ?? variable);
