import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { withDefaults } from '../engine/parameters';
import { fill } from './fill';
import type { Samples } from './fill';
import { isShown, nestedFields, shownFields } from './panels';
import type { Panel } from './panels';

/** What a user can find on a panel. */
export interface Shown {
	/** Fields by their paths, e.g. `options.metadata.pair.key`, each with the labels of what it is in. */
	fields: Map<string, { label: string; within: string[] }>;
	/** All words that stand there: of fields, entries, choices and ways to choose. */
	labels: Set<string>;
}

/** Words of n8n itself, its usual name for the file of an item among them. */
const OF_N8N = ['Expression', 'Fixed', 'data'];

/** All that a panel shows, within collections as well, whatever is chosen beside it there. */
export function shownOn(type: INodeType, panel: Panel, samples: Samples): Shown {
	const form = withDefaults(type, fill(type, panel, samples, new Set()).parameters);
	const shown: Shown = { fields: new Map(), labels: new Set([...OF_N8N, ...operationsOf(type)]) };
	const add = (field: INodeProperties, path: string, within: string[]) => {
		const { displayName, options = [], modes = [], typeOptions } = field;
		shown.fields.set(path, { label: displayName, within });
		const groups = nestedFields(field);
		const choices = groups.length > 0 ? [] : (options as INodePropertyOptions[]).map(({ name }) => name);
		const ofMapper = typeOptions?.resourceMapper?.valuesLabel;
		const named = [displayName, ...choices, ...modes.map((mode) => mode.displayName), ofMapper ?? []].flat();
		for (const label of named) shown.labels.add(label);
		for (const { group, fields } of groups) {
			const entry = (options as INodeProperties[]).find(({ name }) => name === group)?.displayName;
			if (entry !== undefined) shown.labels.add(entry);
			const inner = group === undefined ? `${path}.` : `${path}.${group}.`;
			const outer = entry === undefined ? within : [...within, displayName, entry];
			for (const one of fields) if (isOffered(one)) add(one, inner + one.name, outer);
		}
	};
	/** What is chosen beside a nested field is not known here; what is chosen above decides. */
	const isOffered = ({ displayOptions: { show, hide } = {}, ...field }: INodeProperties) =>
		isShown(type, { ...field, displayOptions: { show: ofPanel(show), hide: ofPanel(hide) } }, {}, form);
	for (const field of shownFields(type, form)) add(field, field.name, []);
	return shown;
}

function ofPanel<Value>(conditions: Record<string, Value> = {}): Record<string, Value> {
	return Object.fromEntries(Object.entries(conditions).filter(([name]) => name.startsWith('/')));
}

/** The names of resources and operations, which sentences send a user to. */
function operationsOf({ description: { properties } }: INodeType): string[] {
	return properties
		.filter(({ name }) => name === 'resource' || name === 'operation')
		.flatMap(({ options = [] }) => (options as INodePropertyOptions[]).map(({ name }) => name));
}

/** What a refusal says. */
export interface Sentences {
	message: string;
	nextStep: string;
}

/** Code for expressions, and values in quotes. */
const CODE = /\{\{[^{}]*[$(?…][^{}]*\}\}/g;
const VALUE = /"[^"]*"/g;
/** A label: no apostrophe, and no text of code. */
const LABEL = /(?<![\p{L}\p{N}]|[\p{L}$]\()'(?! )([^']+)'(?!\p{L})/gu;
/** Labels of the fields that grow out of a template, where they stand. */
const FORM_OF_TEMPLATE = 'Values of the Template';
const OF_TEMPLATE = /^(?:Card \d+ )?(?:Header|Body|Button|Variable|Offer|Footer|Media URL)\b/;

/** The labels in quotes that a sentence names. */
function labelsIn(sentence: string): string[] {
	return [...sentence.replace(CODE, '').replace(VALUE, '').matchAll(LABEL)].map(([, label]) => label!);
}

/** The labels that sentences name and a panel does not have. */
export function missingLabels({ message, nextStep }: Sentences, { labels }: Shown): string[] {
	const isThere = (label: string) => {
		const [first, ...others] = label.split(' > ').filter((part) => !/^\d+$/.test(part));
		const isOfForm = labels.has(FORM_OF_TEMPLATE) && OF_TEMPLATE.test(first!);
		if (!labels.has(first!) && !isOfForm) return false;
		return first!.endsWith('(JSON)') || others.every((part) => labels.has(part));
	};
	return [...labelsIn(message), ...labelsIn(nextStep)].filter((label) => !isThere(label));
}

/** Characters of a sentence that a person reads to its end. */
const MOST_OF_MESSAGE = 250;
const MOST_OF_STEP = 500;
/** How a program calls things. */
const OF_CODE = /\b[a-z]+(?:[A-Z][a-z]+|_[a-z]+)+\b/;
/** Fields of what the triggers and the other operations answer, which users see there. */
const OF_OUTPUT = /\b(?:conversationId|messageId)\b/g;
/** What is to be written just so. */
const EXAMPLE = /(?:e\.g\.|Give one of:|such as) .*?(?=\.(?: |$)|$)/g;
const NOTHING = /undefined|\[object|NaN/;

/** What is wrong with the sentences of a field that was refused. */
export function faultsOf({ message, nextStep }: Sentences, { fields }: Shown, path: string): string[] {
	const { label, within } = fields.get(path)!;
	const own = labelsIn(message).map((one) => one.split(' > '));
	const isNamed = own.some((parts) => parts.includes(label));
	const isOneOfSeveral = [...fields.values()].filter((other) => other.label === label).length > 1;
	const isTold =
		!isOneOfSeveral || within.length === 0 || own.some((parts) => within.some((one) => parts.includes(one)));
	const words = [CODE, VALUE, EXAMPLE, OF_OUTPUT].reduce((rest, one) => rest.replace(one, ''), nextStep);
	const code = OF_CODE.exec(words) ?? OF_CODE.exec(message.replace(VALUE, ''));
	return [
		!isNamed && `does not name '${label}'`,
		isNamed && !isTold && `does not say which '${label}', of ${within.join(' > ')}`,
		nextStep === '' ? 'says not what to do' : !/[.!?]$/.test(nextStep) && 'ends without a full stop',
		NOTHING.test(nextStep) && 'has a hole',
		code && `says ${code[0]}`,
		message.length > MOST_OF_MESSAGE && `is ${message.length} characters long`,
		nextStep.length > MOST_OF_STEP && `has a next step of ${nextStep.length} characters`,
	].filter((fault) => fault !== false && fault !== null);
}
