import type { INodeProperties } from 'n8n-workflow';
import { fill } from './fill';
import type { Paths, Samples } from './fill';
import { nestedFields, shownFields } from './panels';
import type { Panel } from './panels';
import { placesOf } from './probe';
import type { Place } from './probe';
import type { Subject } from './subject';

/** Each field of an operation once, in the first panel that shows it. */
export function placesIn({ node, slow }: Subject, panels: Panel[], samples: Samples): Place[] {
	const all = panels
		.flatMap((panel) => {
			const { filled } = fill(node, panel, samples, new Set());
			return placesOf(panel, shownFields(node, panel)).filter(({ path }) => filled.has(path));
		})
		// What decides about other fields is no expression, and options that wait are tried elsewhere.
		.filter(({ panel, path }) => !(path in panel) && !slow.includes(path));
	return [...new Map(all.reverse().map((place) => [place.path, place])).values()].reverse();
}

/** The paths of all that may be left out beside a place. */
export function optionsBeside({ node, needs }: Subject, { panel, path }: Place): Paths {
	const within = (fields: INodeProperties[], before: string): string[] =>
		fields.flatMap((field) => [
			before + field.name,
			...nestedFields(field).flatMap(({ group, fields: inner }) =>
				within(inner, `${before}${field.name}.${group === undefined ? '' : `${group}.`}`),
			),
		]);
	const needed = needs?.(path, panel) ?? [];
	const options = within(shownFields(node, panel), '').filter((option) => option.includes('.'));
	return new Set(options.filter((option) => !needed.includes(option)));
}
