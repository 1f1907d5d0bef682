import { nameOf, operationOf, panelsOf } from './panels';
import type { Panel } from './panels';
import { optionsBeside, placesIn } from './places';
import { leavesOf, probe } from './probe';
import type { Came, Place } from './probe';
import { faultsOf, missingLabels, shownOn } from './sentences';
import type { Shown } from './sentences';
import type { Stage, Subject } from './subject';
import { callbell } from './subjects/callbell';
import { dialog360 } from './subjects/dialog360';
import { partoo } from './subjects/partoo';
import { kindOf } from './valueKinds';
import { KINDS, MAY_BE_UNKNOWN, VALUES } from './values';
import type { Kind, Value } from './values';

describe.each([partoo, dialog360, callbell])('values in the fields of $folder', (subject) => {
	const { node } = subject;
	const panels = panelsOf(node);
	let stage: Stage;
	beforeAll(async () => (stage = await subject.start()));
	afterAll(async () => await stage.sandbox.stop());

	it.each([...new Set(panels.map(operationOf))])(
		'come to the server as they are meant, or are refused with a sentence that helps: %s',
		async (operation) => {
			const problems: string[] = [];
			const mine = panels.filter((panel) => operationOf(panel) === operation);
			await stage.sandbox.reset();
			const { samples } = await stage.prepare(mine[0]!);
			const panelsShown = mine.map((panel) => ({ panel, shown: shownOn(node, panel, samples) }));
			for (const place of placesIn(subject, mine, samples)) {
				problems.push(...(await problemsOf(subject, stage, place, panelsShown)));
			}
			expect(problems).toEqual([]);
		},
		300_000,
	);
});

/** A panel, and what a user can find on it. */
interface PanelShown {
	panel: Panel;
	shown: Shown;
}

async function problemsOf(subject: Subject, stage: Stage, place: Place, panels: PanelShown[]): Promise<string[]> {
	const { path, field, panel } = place;
	const kind = kindOf(subject.folder, operationOf(panel), path, field);
	const { came, requests } = await probed(subject, stage, place);
	const leaves = leavesOf(requests).map((leaf) => decoded(String(leaf)));
	const problems = came.flatMap((one) => (one.value in VALUES ? problemOf(one, kind, leaves) : []));
	if (leaves.some((leaf) => leaf.includes('[object Object]'))) problems.push('[object Object] came to the server');
	const own = panels.find((one) => one.panel === panel)!;
	problems.push(...strangersIn(came, own), ...faultsIn(came, path, own));
	// What is said is mostly the same on all panels: only where it does not fit one it is tried there.
	for (const other of panels.filter((one) => one.panel !== panel && one.shown.fields.has(path))) {
		if (strangersIn(came, other).length === 0) continue;
		const there = await probed(subject, stage, { ...place, panel: other.panel });
		problems.push(...strangersIn(there.came, other));
	}
	return problems.map((problem) => `${operationOf(panel)} ${path} (${kind}): ${problem}`);
}

async function probed(subject: Subject, stage: Stage, place: Place) {
	await stage.sandbox.reset();
	return await probe(subject, stage, place, optionsBeside(subject, place));
}

/** Labels that are named, and that a panel does not have. */
function strangersIn(came: Came[], { panel, shown }: PanelShown): string[] {
	return came.flatMap(({ value, error }) => {
		if (!error) return [];
		const missing = missingLabels(isOurs(error) ? error : { message: '', nextStep: error.nextStep }, shown);
		return missing.map((label) => `${value} on ${nameOf(panel)} names '${label}', which is not there: ${said(error)}`);
	});
}

function faultsIn(came: Came[], path: string, { shown }: PanelShown): string[] {
	return came.flatMap(({ value, error }) => {
		const faults = error && isOurs(error) ? faultsOf(error, shown, path) : [];
		// What is odd may be right, and something beside it missing then: an example for `{{name}}`.
		return faults
			.filter((fault) => value in VALUES || !fault.startsWith('does not name'))
			.map((fault) => `${value} ${fault}: ${said(error!)}`);
	});
}

/** Whether it is no sentence of a provider. */
const isOurs = ({ code }: { code: string }) => code === 'INVALID_INPUT';
const said = ({ message, nextStep }: { message: string; nextStep: string }) => `${message} ${nextStep}`;

function problemOf({ value, error }: Came, kind: Kind, leaves: string[]): string[] {
	const expected = KINDS[kind][value as Value];
	const isRefused = error !== undefined && isOurs(error);
	const ends = (how: string) => [`${value} ${how}: ${error ? `${error.code}: ${error.message}` : 'success'}`];
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
