import { metaRefusal } from '../errors';
import { checkButtons } from './buttons';
import { filled, type Parameter, type Sent, textParameters } from './parameters';
import type { Component, Template, Templates } from './store';

/** What a template message holds. */
export interface TemplateMessage {
	name: string;
	language: { code: string };
	components?: Sent[];
}

const PARAMETER_COUNT = 132000;
const NOT_FOUND = 132001;
const TOO_LONG = 132005;
const FORMAT = 132012;
const NO_SENDING: Readonly<Record<string, number>> = { PAUSED: 132015, DISABLED: 132016 };

const BODY_MAX = 1024;
const DAY_MS = 86_400_000;

/**
 * Checks a template message against the template's definition: everything that is variable has to have its value, and
 * nothing else may have one. Answers the text as the customer reads it.
 */
export function checkTemplate(templates: Templates, { name, language, components = [] }: TemplateMessage): string {
	const template = templates.find(name, language.code);
	if (template === undefined)
		throw metaRefusal(NOT_FOUND, `template name (${name}) does not exist in ${language.code}`);
	const code = NO_SENDING[template.status];
	if (code !== undefined) throw metaRefusal(code, `template ${name} is ${template.status.toLowerCase()}`);
	if (template.status !== 'APPROVED')
		throw metaRefusal(NOT_FOUND, `template name (${name}) in ${language.code} is not approved`);
	checkKnown(template, components);
	return checkComponents('', template.components, components);
}

function checkKnown({ components }: Template, sent: Sent[]): void {
	const types = new Set(components.map(({ type }) => (type === 'BUTTONS' ? 'button' : type.toLowerCase())));
	const other = sent.find(({ type }) => !types.has(String(type).toLowerCase()));
	if (other) throw metaRefusal(FORMAT, `${other.type}: the template has no such component`);
}

/** Answers header, body and footer as the customer reads them. */
function checkComponents(where: string, defined: Component[], sent: Sent[]): string {
	const lines: string[] = [];
	const of = (type: string) => sent.filter((component) => String(component.type).toLowerCase() === type);
	const body = defined.find(({ type }) => type === 'BODY');
	const text = checkText(`${where}body`, body?.text ?? '', of('body')[0]?.parameters ?? []);
	if (text.length > BODY_MAX)
		throw metaRefusal(TOO_LONG, `${where}body: ${text.length} characters, at most ${BODY_MAX}`);
	for (const component of defined) {
		if (component.type === 'HEADER') lines.push(checkHeader(where, component, of('header')[0]?.parameters ?? []));
		if (component.type === 'BODY') lines.push(text);
		if (component.type === 'FOOTER') lines.push(component.text ?? '');
		if (component.type === 'BUTTONS') checkButtons(where, component.buttons ?? [], of('button'));
		if (component.type === 'CAROUSEL') checkCarousel(component, of('carousel')[0]);
		if (component.type === 'LIMITED_TIME_OFFER') checkOffer(component, of('limited_time_offer')[0]?.parameters ?? []);
	}
	return lines.filter(Boolean).join('\n');
}

function checkText(where: string, template: string, parameters: Parameter[]): string {
	const names = [...new Set([...template.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name!))];
	if (parameters.length !== names.length) {
		throw metaRefusal(
			PARAMETER_COUNT,
			`${where}: number of localizable_params (${parameters.length}) does not match the expected number of params (${names.length})`,
		);
	}
	const values = textParameters(where, names, parameters);
	for (const value of values.values()) {
		if (/[\n\t]| {5}/.test(value))
			throw metaRefusal(
				FORMAT,
				`${where}: a parameter must not have line breaks, tabs or more than four blanks in a row`,
			);
	}
	return filled(template, values);
}

function checkHeader(where: string, { format = 'TEXT', text = '' }: Component, parameters: Parameter[]): string {
	if (format === 'TEXT') return checkText(`${where}header`, text, parameters);
	const [parameter] = parameters;
	const kind = format.toLowerCase();
	if (parameters.length !== 1 || parameter?.type !== kind || typeof parameter[kind] !== 'object') {
		throw metaRefusal(
			FORMAT,
			`${where}header: Format mismatch, expected ${format}, received ${String(parameter?.type ?? 'nothing').toUpperCase()}`,
		);
	}
	return '';
}

function checkCarousel({ cards = [] }: Component, sent: Sent | undefined): void {
	const given = sent?.cards ?? [];
	if (given.length !== cards.length)
		throw metaRefusal(FORMAT, `carousel: ${given.length} cards, the template has ${cards.length}`);
	cards.forEach(({ components }, index) => {
		const card = given.find((one) => one.card_index === index);
		if (card === undefined) throw metaRefusal(FORMAT, `carousel: card ${index} is missing`);
		checkComponents(`card ${index} `, components, card.components ?? []);
	});
}

function checkOffer({ limited_time_offer: offer }: Component, [parameter]: Parameter[]): void {
	if (!offer?.has_expiration) return;
	const expires = Number(
		(parameter?.limited_time_offer as { expiration_time_ms?: unknown } | undefined)?.expiration_time_ms,
	);
	if (!(expires > Date.now() - DAY_MS))
		throw metaRefusal(FORMAT, 'limited_time_offer: expiration_time_ms is missing or over');
}
