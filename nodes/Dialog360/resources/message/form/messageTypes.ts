import type { INodeProperties } from 'n8n-workflow';
import { messageTypes } from '../content';
import { interactiveTypes } from '../interactive';
import type { MessageType } from '../messageType';

type Group = 'fields' | 'options';

const ALL_TYPES = [...messageTypes, ...interactiveTypes];

/** What types of messages ask for, each field once. */
export function fieldsOf(group: Group, types: MessageType[] = ALL_TYPES): INodeProperties[] {
	return [...new Set(types.flatMap((type) => type[group] ?? []))];
}

/** The types, of all operations, that ask for a field. */
export function typesWith(field: INodeProperties, group: Group): string[] {
	return valuesOf(ALL_TYPES.filter((type) => type[group]?.includes(field)));
}

/** The types, of all operations, that do not ask for it. */
export function typesWithout(field: INodeProperties, group: Group): string[] {
	return valuesOf(ALL_TYPES.filter((type) => !type[group]?.includes(field)));
}

function valuesOf(types: MessageType[]): string[] {
	return [...new Set(types.map(({ option }) => String(option.value)))];
}
