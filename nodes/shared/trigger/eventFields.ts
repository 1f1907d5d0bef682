import type { IHookFunctions, INodeProperties, INodePropertyOptions, IWebhookFunctions } from 'n8n-workflow';
import { badField } from '../failures/failure';
import { OTHER } from './filterWords';

/** What is particular to a provider in the form of its trigger. */
export interface TriggerForm {
	events: { options: INodePropertyOptions[]; default: string[]; description: string };
	/** A type that can be given by name, and what such names are. */
	otherEvents: { example: string; description: string };
	filters: INodeProperties[];
	options: INodeProperties[];
}

/** The parameters of a trigger. */
export interface Settings<Filters, Options> {
	types: string[];
	filters: Filters;
	options: Options;
}

/** What a user fills in: which events, which of them start the workflow, and how the calls come. */
export function triggerForm({ events, otherEvents, filters, options }: TriggerForm): INodeProperties[] {
	return [
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			noDataExpression: true,
			required: true,
			options: events.options,
			default: [...events.default],
			description: events.description,
		},
		otherEventsField(otherEvents.example, otherEvents.description),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: filters,
		},
		{ displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add option', default: {}, options },
	];
}

/** What the canvas shows below a trigger's name: its events, as the form calls them. */
export function eventsSubtitle(options: INodePropertyOptions[]): string {
	const names = JSON.stringify(Object.fromEntries(options.map(({ name, value }) => [value, name])));
	return `={{ $parameter["events"].map((event) => (${names})[event] ?? event).join(", ") }}`;
}

/**
 * What a user filled in of {@link triggerForm}.
 *
 * @param example of a type that can be given by name
 * @throws Failure when the chosen events make no sense; see {@link chosenTypes}
 */
export function readTriggerForm<Filters, Options>(
	context: IHookFunctions | IWebhookFunctions,
	example: string,
): Settings<Filters, Options> {
	const events = context.getNodeParameter('events', []) as string[];
	const otherEvents = context.getNodeParameter('otherEvents', '') as string;
	return {
		types: chosenTypes(events, otherEvents, example),
		filters: context.getNodeParameter('filters', {}) as Filters,
		options: context.getNodeParameter('options', {}) as Options,
	};
}

/** The types that the chosen {@link OTHER} stands for. */
function otherEventsField(placeholder: string, description: string): INodeProperties {
	return {
		displayName: 'Other Events',
		name: 'otherEvents',
		type: 'string',
		noDataExpression: true,
		required: true,
		default: '',
		placeholder: `e.g. ${placeholder}`,
		description,
		displayOptions: { show: { events: [OTHER] } },
	};
}

/**
 * The types of events that a user chose, each once.
 *
 * @param example of a type that can be given by name
 * @throws Failure when none is chosen, or when {@link OTHER} is chosen and no type is given
 */
function chosenTypes(events: string[], otherEvents: string, example: string): string[] {
	const others = events.includes(OTHER) ? otherEvents.split(/[\s,]+/).filter(Boolean) : [];
	if (events.includes(OTHER) && others.length === 0) {
		throw badField(
			'Other Events',
			'is empty',
			`Give the types of the events, e.g. ${example}, or take 'Other' out of 'Events'.`,
		);
	}
	const types = [...new Set([...events.filter((event) => event !== OTHER), ...others])];
	if (types.length === 0) throw badField('Events', 'is empty', 'Choose what shall start the workflow.');
	return types;
}

export function rawOnlyField(provider: string): INodeProperties {
	return {
		displayName: 'Raw Only',
		name: 'rawOnly',
		type: 'boolean',
		default: false,
		description: `Whether to output what ${provider} sent unchanged, without the fields that are the same for all providers`,
	};
}
