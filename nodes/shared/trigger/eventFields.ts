import type { INodeProperties } from 'n8n-workflow';
import { badField } from '../failures/failure';
import { OTHER } from './filterWords';

/** The types that the chosen {@link OTHER} stands for. */
export function otherEventsField(placeholder: string, description: string): INodeProperties {
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
export function chosenTypes(events: string[], otherEvents: string, example: string): string[] {
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
		description: `Whether to output what ${provider} sent as it is, without the fields that are the same for all providers`,
	};
}
