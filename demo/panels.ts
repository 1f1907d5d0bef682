import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type {
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import type { Page } from 'playwright-core';

import { latestVersion } from '../test/engine/nodeTypes';
import { isShown, nestedFields, panelsOf, shownFields } from '../test/walk/panels';
import type { N8nClient } from './n8nClient';
import { PANELS_FOLDER } from './paths';
import type { Workflow } from './seed';
import { step } from './steps';

/** Those that n8n makes of nodes for AI agents have the same forms. */
const OURS = /^n8n-nodes-partoo\.(?!.*Tool$)/;
/** So tall that nothing has to be scrolled to. */
const SIZE = { width: 1100, height: 1500 };
/** The lists of a panel come from the sandbox. */
const SETTLE_MS = 1_200;
/** n8n adds this operation, which leads to its HTTP Request node. */
const CUSTOM = '__CUSTOM_API_CALL__';
/** Of the nodes on the canvas. */
const COLUMNS = 6;
const GAP = 200;

interface Form {
	type: INodeType;
	name: string;
	panel: INodeParameters;
}

/**
 * Opens every panel of the nodes (resource, operation, type) in the editor, all its options added, and takes a picture
 * of each into `.data/panels`, to be looked at. `wanted` are words in the names of those that are taken.
 *
 * @returns how many there are
 */
export async function takePanels(page: Page, n8n: N8nClient, examples: Workflow[], wanted: string[]): Promise<number> {
	await mkdir(PANELS_FOLDER, { recursive: true });
	await page.setViewportSize(SIZE);
	const descriptions = (await (await page.request.get('/types/nodes.json')).json()) as INodeTypeDescription[];
	const types = descriptions.filter(({ name }) => OURS.test(name)).map((description): INodeType => ({ description }));
	let count = 0;
	for (const type of types) {
		const forms = formsOf(type).map((panel): Form => ({ type, panel, name: fileOf(type, panel) }));
		const taken = forms.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word.toLowerCase())));
		if (taken.length === 0) continue;
		const nodes = taken.map((form, index) => nodeOf(form, index, examples));
		const workflow = { name: `Panels of ${type.description.displayName}`, nodes, connections: {} };
		const { id } = await n8n.request<{ id: string }>('POST', '/workflows', workflow);
		await page.goto(`/workflow/${id}`);
		await page.getByTestId('canvas-node').first().waitFor();
		for (const { name } of taken) await step(name, async () => await takePanel(page, name));
		count += taken.length;
	}
	return count;
}

async function takePanel(page: Page, name: string): Promise<void> {
	await page.getByTestId('zoom-to-fit').click({ force: true });
	await page.locator(`[data-node-name="${name}"]`).first().dblclick({ force: true });
	const form = page.getByTestId('node-parameters');
	await form.waitFor();
	await page.waitForTimeout(SETTLE_MS);
	await form.screenshot({ path: join(PANELS_FOLDER, `${name}.png`) });
	await page.keyboard.press('Escape');
	await form.waitFor({ state: 'detached' });
}

/** Those of a trigger are one, with every event chosen. */
function formsOf(type: INodeType): INodeParameters[] {
	const events = type.description.properties.find(({ name }) => name === 'events');
	if (events?.options === undefined) return panelsOf(type).filter((panel) => !Object.values(panel).includes(CUSTOM));
	return [{ events: (events.options as INodePropertyOptions[]).map(({ value }) => String(value)) }];
}

function fileOf({ description }: INodeType, { resource, ...panel }: INodeParameters): string {
	const words = resource === undefined ? [] : [resource, ...Object.values(panel)];
	return [description.name.split('.')[1], ...words].join(' ').replace(/[^\w.]+/g, '-');
}

function nodeOf({ type, name, panel }: Form, index: number, examples: Workflow[]) {
	const wanted = type.description.name;
	const credentials = examples.flatMap(({ nodes }) => nodes).find((node) => node.type === wanted)?.credentials;
	const parameters = withEveryOption(type, panel);
	const typeVersion = latestVersion(type);
	const position = [(index % COLUMNS) * GAP, Math.floor(index / COLUMNS) * GAP];
	return { id: name, name, type: wanted, typeVersion, position, parameters, credentials };
}

/** A form with each option of its collections and an entry of each of its lists. */
function withEveryOption(type: INodeType, panel: INodeParameters): INodeParameters {
	const filled = shownFields(type, panel).flatMap((field): Array<[string, unknown]> => {
		const groups = nestedFields(field);
		if (field.type === 'collection') return [[field.name, valuesOf(groups[0]!.fields)]];
		return groups.map(({ group, fields }) => {
			const entry = valuesOf(fields);
			return [field.name, { [group!]: field.typeOptions?.multipleValues ? [entry] : entry }];
		});
	});
	return { ...panel, ...(Object.fromEntries(filled) as INodeParameters) };

	function valuesOf(fields: INodeProperties[]): INodeParameters {
		const shown = fields.filter((field) => isShown(type, field, {}, panel));
		return Object.fromEntries(shown.map((field) => [field.name, field.default])) as INodeParameters;
	}
}
