import Ajv, { type ErrorObject, type SchemaObject } from 'ajv';
import addFormats from 'ajv-formats';

/** Field (dotted path) → what is wrong with it. */
export type Findings = Record<string, string[]>;

export type Checked<T> = { ok: true; value: T } | { ok: false; findings: Findings };

export type Contract<T> = (value: unknown, options?: { allowUnknown?: boolean }) => Checked<T>;

const bodies = addFormats(new Ajv({ allErrors: true }));
// Everything in a query string is a string; a list of values for one name stays a list and is refused.
const queries = addFormats(new Ajv({ allErrors: true, coerceTypes: true }));

/** A check of JSON bodies: types as they are on the wire, no conversion. */
export const bodyContract = <T>(schema: SchemaObject): Contract<T> => contract<T>(bodies, schema);

/** A check of query strings; numbers are read from their digits. */
export const queryContract = <T>(schema: SchemaObject): Contract<T> => contract<T>(queries, schema);

function contract<T>(ajv: Ajv, schema: SchemaObject): Contract<T> {
	const validate = ajv.compile<T>(schema);
	return (value, { allowUnknown = false } = {}) => {
		if (validate(value)) return { ok: true, value };
		const errors = (validate.errors ?? []).filter(
			(error) => !(allowUnknown && error.keyword === 'additionalProperties'),
		);
		if (errors.length === 0) return { ok: true, value: value as T };
		return { ok: false, findings: toFindings(errors) };
	};
}

function toFindings(errors: readonly ErrorObject[]): Findings {
	const findings: Findings = {};
	for (const error of errors) {
		const { field, sentence } = describe(error);
		(findings[field] ??= []).push(sentence);
	}
	return findings;
}

function describe(error: ErrorObject): { field: string; sentence: string } {
	const path = error.instancePath.split('/').filter((part) => part !== '');
	const params = error.params as { missingProperty?: string; additionalProperty?: string; allowedValues?: unknown[] };
	if (params.missingProperty !== undefined) {
		return { field: [...path, params.missingProperty].join('.'), sentence: 'Missing data for required field.' };
	}
	if (params.additionalProperty !== undefined) {
		return { field: [...path, params.additionalProperty].join('.'), sentence: 'Unknown field.' };
	}
	const allowed = params.allowedValues === undefined ? '' : `: ${params.allowedValues.join(', ')}`;
	return { field: path.join('.') || 'body', sentence: `It ${error.message ?? 'is not valid'}${allowed}.` };
}
