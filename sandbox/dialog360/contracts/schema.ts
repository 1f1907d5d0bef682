/** Words of JSON schema that the contracts use over and over. */
export const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength });
export const any = { type: 'string' };
export const flag = { type: 'boolean' };
export const list = (items: object, maxItems: number, minItems = 1) => ({ type: 'array', items, minItems, maxItems });
export const object = (required: string[], properties: Record<string, unknown>, more: object = {}) => ({
	type: 'object',
	additionalProperties: false,
	required,
	properties,
	...more,
});
