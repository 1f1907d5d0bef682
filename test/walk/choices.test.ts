import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { isObject } from '../../nodes/shared/json';
import { runNode } from '../engine';
import { fill } from './fill';
import { deciders, nameOf, nestedFields, operationOf, panelsOf, shownFields } from './panels';
import type { Panel } from './panels';
import type { Stage } from './subject';
import { callbell } from './subjects/callbell';
import { dialog360 } from './subjects/dialog360';
import { partoo } from './subjects/partoo';

type Change = (parameters: INodeParameters) => INodeParameters;
const asWritten: Change = (parameters) => parameters;
const byExpression = (value: unknown) => `={{ ${JSON.stringify(value)} }}`;

describe.each([partoo, dialog360, callbell])('what decides about other fields of $folder', (subject) => {
	const { node } = subject;
	// Who waits for a fate waits for seconds: `panels.test.ts` does.
	const panels = panelsOf(node).filter(({ afterSending }) => afterSending !== 'wait');
	let stage: Stage;
	beforeAll(async () => (stage = await subject.start()));
	afterAll(async () => await stage.sandbox.stop());

	it.each([...new Set(panels.map(operationOf))])(
		'does by expression what it does as a choice: %s',
		async (operation) => {
			const problems: string[] = [];
			for (const panel of panels.filter((one) => operationOf(one) === operation)) {
				const chosen = await outcomeOf(panel, asWritten);
				if (!chosen.startsWith('success')) problems.push(`${nameOf(panel)}: ${chosen}`);
				for (const [name, change] of changesOf(panel)) {
					const outcome = await outcomeOf(panel, change);
					if (outcome !== chosen) problems.push(`${nameOf(panel)}, ${name}:\n${chosen}\n${outcome}`);
				}
			}
			expect(problems).toEqual([]);
		},
		300_000,
	);

	/** All choices as people and agents write them, each by expression, and those within lists by expression at once. */
	function changesOf(panel: Panel): Array<[string, Change]> {
		const fields = shownFields(node, panel);
		const names = fields.filter(({ name, noDataExpression }) => name in panel && !noDataExpression);
		return [
			['in capitals and with blanks', (parameters) => spokenIn(fields, parameters)],
			...names.map(({ name }): [string, Change] => [
				name,
				(parameters) => ({ ...parameters, [name]: byExpression(panel[name]) }),
			]),
			['entries', (parameters) => changedWithin(fields, parameters)],
		];
	}

	/** What comes of a panel in which only what it shows is filled in. */
	async function outcomeOf(panel: Panel, change: Change): Promise<string> {
		await stage.sandbox.reset();
		const { samples, items } = await stage.prepare(panel);
		await stage.sandbox.clearRequests();
		const leftOut = new Set([...subject.slow, ...(subject.leftOut?.(panel)?.[0] ?? [])]);
		const { error } = await runNode({
			node,
			parameters: change(fill(node, panel, samples, leftOut).parameters),
			items,
			credentialTypes: subject.credentialTypes,
			credentials: stage.credentials,
		});
		const requests = await stage.sandbox.requests({ provider: subject.provider });
		const sent = requests.map(({ method, path, query, body }) => JSON.stringify({ method, path, query, body }));
		// IDs that are made anew, and those of the execution.
		return [error ? `${error.message} ${error.description}` : 'success', ...sent]
			.join('\n')
			.replace(/n8n:workflow:\d+|n8n-ask:[\w:-]+|wamid\.[\w=+-]+|[\da-f-]{15,}|(?<=ext":"|messages\/)\d+/g, '…');
	}
});

function changedWithin(fields: INodeProperties[], values: INodeParameters): INodeParameters {
	const changed = { ...values };
	for (const field of fields) {
		for (const { group, fields: inner } of nestedFields(field)) {
			const outer = changed[field.name] as INodeParameters | undefined;
			if (outer === undefined) continue;
			if (group === undefined) changed[field.name] = changedWithin(inner, outer);
			else changed[field.name] = { ...outer, [group]: entriesOf(inner, outer[group]) };
		}
	}
	return changed;
}

function entriesOf(fields: INodeProperties[], entries: unknown): INodeParameters[string] {
	if (Array.isArray(entries)) return entries.map((entry) => entriesOf(fields, entry)) as INodeParameters[];
	if (!isObject(entries)) return entries as INodeParameters[string];
	const entry = changedWithin(fields, entries as INodeParameters);
	const deciding = deciders(fields);
	const choices = fields.flatMap(({ name, noDataExpression }) =>
		deciding.has(name) && name in entry && !noDataExpression ? [name] : [],
	);
	return { ...entry, ...Object.fromEntries(choices.map((name) => [name, byExpression(entry[name])])) };
}

/** Every word of a list of choices as a person or an agent writes it. */
function spokenIn(fields: INodeProperties[], values: INodeParameters): INodeParameters {
	const changed = { ...values };
	for (const field of fields.filter(({ name }) => name in values)) {
		const value = values[field.name];
		const isOpen = ['options', 'multiOptions'].includes(field.type) && !field.noDataExpression;
		if (isOpen) changed[field.name] = byExpression(Array.isArray(value) ? value.map(spoken) : spoken(value));
		for (const { group, fields: inner } of nestedFields(field)) {
			const outer = value as INodeParameters;
			const spokenEntry = (entry: unknown) => spokenIn(inner, entry as INodeParameters);
			const entries = group === undefined ? undefined : outer[group];
			if (group === undefined) changed[field.name] = spokenEntry(outer);
			else if (Array.isArray(entries)) changed[field.name] = { ...outer, [group]: entries.map(spokenEntry) };
			else if (entries !== undefined) changed[field.name] = { ...outer, [group]: spokenEntry(entries) };
		}
	}
	return changed;
}

const spoken = (word: unknown) => (typeof word === 'string' ? ` ${word.toUpperCase()} ` : word);
