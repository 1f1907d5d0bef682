import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../shared/failures/failure';
import { isNumber, variablesOf } from './definition';
import type { Part, Slot, Values } from './slots';

const TYPES = [
	{ name: 'Currency', value: 'currency' },
	{ name: 'Date and Time', value: 'date_time' },
	{ name: 'Text', value: 'text' },
];

/** WhatsApp refuses them in a variable (https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates). */
const FORBIDDEN = /[\n\r\t]| {5}/;

/** The part for a text with variables: the body, or a header. Nothing where there are none. */
export function textPart(type: 'body' | 'header', name: string, text: string | undefined, prefix: string): Part[] {
	const variables = variablesOf(text);
	if (variables.length === 0) return [];
	const ids = variables.map((variable) => ({
		variable,
		id: `${prefix}${type}_${variable}`,
		label: `${name} {{${variable}}}`,
	}));
	return [
		{
			name,
			slots: ids.flatMap(({ id, label }) => [
				{ id, label, isRequired: true },
				...(type === 'body' ? extraSlots(id, label) : []),
			]),
			count: variables.length,
			isFor: (component) => component.type === type,
			build: (values) => ({
				type,
				parameters: ids.map(({ variable, id, label }) => ({
					...parameter(values, id, label),
					...(!isNumber(variable) && { parameter_name: variable }),
				})),
			}),
		},
	];
}

/** With these a value is sent as an amount of money or as a date, which WhatsApp writes as the customer's phone does. */
function extraSlots(id: string, label: string): Slot[] {
	return [
		{ id: `${id}_type`, label: `${label}: Type`, isExtra: true, options: TYPES },
		{ id: `${id}_currency`, label: `${label}: Currency Code`, isExtra: true },
		{ id: `${id}_amount`, label: `${label}: Amount`, isExtra: true },
	];
}

function parameter(values: Values, id: string, label: string): IDataObject {
	const value = values.get(id);
	// An expression, a list or a map may give the whole parameter as WhatsApp has it.
	if (typeof value === 'object' && value !== null && 'type' in value) return value as IDataObject;
	const text = plainText(value, label);
	switch (values.get(`${id}_type`) ?? (values.get(`${id}_currency`) ? 'currency' : 'text')) {
		case 'currency':
			return { type: 'currency', currency: { fallback_value: text, ...amount(values, id, label) } };
		case 'date_time':
			return { type: 'date_time', date_time: { fallback_value: text } };
		default:
			return { type: 'text', text };
	}
}

function plainText(value: unknown, label: string): string {
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	if (!FORBIDDEN.test(text)) return text;
	throw badField(
		label,
		'holds a line break, a tab or five blanks in a row, which WhatsApp refuses in a variable',
		'Give the value in one line.',
	);
}

function amount(values: Values, id: string, label: string): IDataObject {
	const code = String(values.get(`${id}_currency`) ?? '')
		.trim()
		.toUpperCase();
	if (!/^[A-Z]{3}$/.test(code))
		throw badField(`${label}: Currency Code`, 'must be three letters', 'Give the code of the currency, e.g. EUR.');
	const number = Number(values.get(`${id}_amount`) ?? NaN);
	if (!Number.isFinite(number))
		throw badField(
			`${label}: Amount`,
			'must be a number',
			'Give the amount, e.g. 12.50; the value itself is the text that is shown where a phone cannot write amounts.',
		);
	return { code, amount_1000: Math.round(number * 1000) };
}
