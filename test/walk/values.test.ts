import type { INodeProperties } from 'n8n-workflow';
import { operationOf, panelsOf } from './panels';
import { optionsBeside, placesIn } from './places';
import { leavesOf, probe } from './probe';
import type { Came, Place } from './probe';
import type { Stage, Subject } from './subject';
import { callbell } from './subjects/callbell';
import { dialog360 } from './subjects/dialog360';
import { partoo } from './subjects/partoo';
import { kindOf } from './valueKinds';
import { KINDS, MAY_BE_UNKNOWN } from './values';
import type { Kind } from './values';

describe.each([partoo, dialog360, callbell])('values in the fields of $folder', (subject) => {
	const { node } = subject;
	const panels = panelsOf(node);
	let stage: Stage;
	beforeAll(async () => (stage = await subject.start()));
	afterAll(async () => await stage.sandbox.stop());

	it.each([...new Set(panels.map(operationOf))])(
		'come to the server as they are meant, or are refused by name: %s',
		async (operation) => {
			const problems: string[] = [];
			const mine = panels.filter((panel) => operationOf(panel) === operation);
			await stage.sandbox.reset();
			const { samples } = await stage.prepare(mine[0]!);
			for (const place of placesIn(subject, mine, samples)) {
				problems.push(...(await problemsOf(subject, stage, place, optionsBeside(subject, place))));
			}
			expect(problems).toEqual([]);
		},
		300_000,
	);
});

async function problemsOf(subject: Subject, stage: Stage, place: Place, options: Set<string>): Promise<string[]> {
	const { path, field, panel } = place;
	const kind = kindOf(subject.folder, operationOf(panel), path, field);
	const where = `${operationOf(panel)} ${path} (${kind})`;
	await stage.sandbox.reset();
	const { came, requests } = await probe(subject, stage, place, options);
	const leaves = leavesOf(requests).map((leaf) => decoded(String(leaf)));
	const problems = came.flatMap((one) => problemOf(one, kind, field, leaves));
	if (leaves.some((leaf) => leaf.includes('[object Object]'))) problems.push('[object Object] came to the server');
	return problems.map((problem) => `${where}: ${problem}`);
}

function problemOf({ value, error }: Came, kind: Kind, { displayName }: INodeProperties, leaves: string[]): string[] {
	const expected = KINDS[kind][value];
	const isNamed = error?.message.includes(displayName) || kind === 'templateJson';
	const isRefused = error?.code === 'INVALID_INPUT' && isNamed;
	const said = error ? `${error.code}: ${error.message}` : 'success';
	const ends = (how: string) => [`${value} ${how}: ${said}`];
	const isUnknown = MAY_BE_UNKNOWN.includes(kind) && /^\d{3,}$/.test(error?.code ?? '');
	if (expected === 'refused') return isRefused ? [] : ends('is not refused');
	if (expected === 'empty') return !error || isRefused || isUnknown ? [] : ends('is not read as empty');
	if (expected === 'unknown') return isRefused || isUnknown ? [] : ends('is not refused');
	if (isRefused) return ends('is refused');
	if (error && !isUnknown) return ends('fails');
	if (expected === 'taken') return [];
	return leaves.some((leaf) => leaf.includes(String(expected.sent)))
		? []
		: ends(`is not at the server as ${expected.sent}`);
}

/** What stands in addresses is encoded there. */
function decoded(leaf: string): string {
	return /%[\da-f]{2}/i.test(leaf) ? decodeURIComponent(leaf) : leaf;
}
