import type { IDataObject } from 'n8n-workflow';
import { optionalIdentifier } from '../../shared/input/identifier';

/**
 * A part of a template as it was created
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components).
 */
export interface Component extends IDataObject {
	/** HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER. */
	type: string;
	/** Of a header: TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION, PRODUCT. */
	format?: string;
	text?: string;
	buttons?: IDataObject[];
	cards?: Array<{ components: Component[] }>;
}

/** A template as both lists of 360dialog have it; statuses are in lower case in one and in upper case in the other. */
export interface Template extends IDataObject {
	name: string;
	language: string;
	status: string;
	category: string;
	components: Component[];
}

/** How a template is chosen, e.g. `order_update:en_US`; the language may be missing. */
export interface TemplateChoice {
	name: string;
	language?: string;
}

/** Reads `name:language` or a name alone. */
export function templateChoice(value: unknown): TemplateChoice {
	const [name = '', language] = optionalIdentifier('Template', value)
		.split(':')
		.map((part) => part.trim());
	return { name, ...(language && { language }) };
}

/** The word with which a template is chosen. */
export function choiceValue({ name, language }: Template): string {
	return `${name}:${language}`;
}

/** Whether two words of WhatsApp are the same, whatever their case. */
export function isSameWord(one: unknown, other: unknown): boolean {
	return String(one ?? '').toLowerCase() === String(other ?? '').toLowerCase();
}

/** The variables of a text in the order in which WhatsApp wants their values: by number, or as they first appear. */
export function variablesOf(text: string | undefined): string[] {
	const names = [...new Set([...(text ?? '').matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)].map((match) => match[1]!))];
	return names.every(isNumber) ? names.sort((one, other) => Number(one) - Number(other)) : names;
}

/** Whether a variable has a number instead of a name. */
export function isNumber(variable: string): boolean {
	return /^\d+$/.test(variable);
}
