import { operationOf, panelsOf } from './panels';
import { optionsBeside, placesIn } from './places';
import { withExpression } from './probe';
import { kindOf } from './valueKinds';
import type { Stage } from './subject';
import { dialog360 } from './subjects/dialog360';
import { partoo } from './subjects/partoo';

/** Values that are longer or deeper than anybody means. */
const ODD = {
	'a text of 3 MB': '"x".repeat(3_000_000)',
	'a text of 3 MB in quotes': '`"${"x ".repeat(1_500_000)}"`',
	'a JSON of 3 MB': '`{"${"x".repeat(3_000_000)}": [1]}`',
	'brackets without an end': '"[".repeat(300_000)',
	'a JSON of many levels': '`${"[".repeat(50_000)}${"]".repeat(50_000)}`',
	'an object of many levels': '[...Array(5_000)].reduce((inner) => ({ a: inner }), {})',
	'an object that holds itself': '[{}].map((one) => Object.assign(one, { one }))[0]',
};
/** Characters of all that is said of one item. */
const MOST_SAID = 2_000;
/** For all of these values together. */
const SLOW_MS = 20_000;

describe.each([partoo, dialog360])('the fields of $folder', (subject) => {
	const panels = panelsOf(subject.node);
	let stage: Stage;
	beforeAll(async () => (stage = await subject.start()));
	afterAll(async () => await stage.sandbox.stop());
	/** Fields that are read alike say the same: one of each kind, within collections and outside. */
	const tried = new Set<string>();

	it.each([...new Set(panels.map(operationOf))])(
		'say in a few words what is too long or too deep: %s',
		async (operation) => {
			const problems: string[] = [];
			const mine = panels.filter((panel) => operationOf(panel) === operation);
			await stage.sandbox.reset();
			const { samples, items = [{ json: {} }] } = await stage.prepare(mine[0]!);
			const isOne = subject.oneByOne?.includes(mine[0]!.operation);
			const kinds = Object.entries(ODD).slice(0, isOne ? 1 : undefined);
			// A chain, so that each item makes its own value only.
			const chain = kinds.reduceRight(
				(others, [, code], index) => `$itemIndex === ${index} ? ${code} : ${others}`,
				'""',
			);
			for (const place of placesIn(subject, mine, samples)) {
				const kind = `${kindOf(subject.folder, operation, place.path, place.field)} ${place.path.split('.').length}`;
				if (tried.has(kind)) continue;
				tried.add(kind);
				const probed = { ...place, samples, items: kinds.map(() => items[0]!), expression: `={{ ${chain} }}` };
				const began = Date.now();
				const failures = await withExpression(subject, stage, probed, optionsBeside(subject, place));
				if (Date.now() - began > SLOW_MS) problems.push(`${place.path} took ${Date.now() - began} ms`);
				kinds.forEach(([what], index) => {
					const { message, details } = failures[index] ?? { message: '', details: {} };
					const said = [message, details?.cause, details?.nextStep].join(' ');
					if (said.length > MOST_SAID) problems.push(`${place.path}: ${said.length} characters on ${what}`);
					const isUnforeseen = message !== '' && (details?.code ?? 'UNEXPECTED') === 'UNEXPECTED';
					if (isUnforeseen) problems.push(`${place.path}: ${what}: ${message.slice(0, 200)}`);
				});
			}
			expect(problems).toEqual([]);
		},
		600_000,
	);
});
