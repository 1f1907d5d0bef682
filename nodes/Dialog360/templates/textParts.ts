import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../shared/failures/failure';
import { amountOf } from '../../shared/input/templates/amount';
import { choice, text as readText } from '../../shared/input/text';
import { variableText, wordsAround } from '../../shared/input/templates/variableText';
import { asText, isObject } from '../../shared/json';
import { isNumber, variablesOf } from './definition';
import type { Part, Slot, Values } from './slots';
import { writtenParameter } from './values/writtenParameter';

const TYPES = [
	{ name: 'Currency', value: 'currency' },
	{ name: 'Date and Time', value: 'date_time' },
	{ name: 'Text', value: 'text' },
];

const TYPE_WORDS = TYPES.map(({ value }) => value);

/** A variable of a text, and the IDs of the fields that say how its value is sent. */
interface Variable {
	name: string;
	id: string;
	label: string;
	typeId: string;
	currencyId: string;
	amountId: string;
}

/** The part for a text with variables: the body, or a header. Nothing where there are none. */
export function textPart(type: 'body' | 'header', name: string, text = '', prefix = ''): Part[] {
	const names = variablesOf(text);
	if (names.length === 0) return [];
	const ids = new Set(names.map((variable) => `${prefix}${type}_${variable}`));
	// What is added beside a variable must not be the name of another one.
	const added = (id: string, what: string) => (ids.has(`${id}_${what}`) ? `${id}:${what}` : `${id}_${what}`);
	const variables = names.map((variable): Variable => {
		const id = `${prefix}${type}_${variable}`;
		const [typeId, currencyId, amountId] = ['type', 'currency', 'amount'].map((what) => added(id, what)) as [
			string,
			string,
			string,
		];
		return { name: variable, id, label: `${name} {{${variable}}}`, typeId, currencyId, amountId };
	});
	return [
		{
			name,
			slots: variables.flatMap((variable) => [
				{
					id: variable.id,
					label: variable.label,
					variable: variable.name,
					words: wordsAround(text, variable.name),
					isRequired: true,
				},
				...(type === 'body' ? extraSlots(variable) : []),
			]),
			count: variables.length,
			isFor: (component) => component.type === type,
			build: (values) => ({
				type,
				parameters: variables.map((variable) => ({
					...parameter(values, variable),
					...(!isNumber(variable.name) && { parameter_name: variable.name }),
				})),
			}),
		},
	];
}

/**
 * With these a value is sent as an amount of money or as a date, which WhatsApp writes as the customer's phone does.
 */
function extraSlots({ label, typeId, currencyId, amountId }: Variable): Slot[] {
	return [
		{ id: typeId, label: `${label}: Type`, isExtra: true, options: TYPES },
		{ id: currencyId, label: `${label}: Currency Code`, isExtra: true },
		{ id: amountId, label: `${label}: Amount`, isExtra: true },
	];
}

function parameter(values: Values, variable: Variable): IDataObject {
	const value = values.get(variable.id);
	// An expression, a list or a map may give the whole parameter as WhatsApp has it.
	if (isObject(value) && TYPE_WORDS.includes(asText(value.type)))
		return writtenParameter(variable.label, value, values);
	const text = variableText(variable.label, value, values);
	const currency = values.get(variable.currencyId);
	const type =
		values.get(variable.typeId) ??
		(currency === undefined && values.get(variable.amountId) === undefined ? 'text' : 'currency');
	switch (choice(`${variable.label}: Type`, type, TYPE_WORDS)) {
		case 'currency':
			return { type: 'currency', currency: { fallback_value: text, ...amount(values, variable) } };
		case 'date_time':
			return { type: 'date_time', date_time: { fallback_value: text } };
		default:
			return { type: 'text', text };
	}
}

function amount(values: Values, { label, currencyId, amountId }: Variable): IDataObject {
	const codeLabel = `${label}: Currency Code`;
	const code = readText(codeLabel, values.get(currencyId)).trim().toUpperCase();
	if (!/^[A-Z]{3}$/.test(code)) {
		throw badField(codeLabel, 'must be three letters', 'Give the code of the currency, e.g. EUR.');
	}
	return { code, amount_1000: Math.round(amountOf(`${label}: Amount`, values.get(amountId), code) * 1000) };
}
