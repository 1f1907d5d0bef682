import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowActivateMode } from 'n8n-workflow';
import { registrationCases } from './registrationCases';
import { activate, logged, NEW, OLD, useTwoN8n } from './twoN8n';

const PAGE = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'triggers.md'), 'utf8');
const HEADING = '## When n8n moves or is copied';

/** The words of the documented table, and what they mean. */
const WHO: Record<string, WorkflowActivateMode[]> = {
	'n8n, when it starts': ['init', 'leadershipChange'],
	'a person': ['activate', 'update'],
};
const ADDRESS: Record<string, string> = { 'the same': OLD, another: NEW };
const REMEMBERED: Record<string, boolean> = { there: true, 'not there': false };

const rows = PAGE.split(HEADING)[1]!
	.split('\n## ')[0]!
	.split('\n')
	.filter((line) => line.startsWith('|'))
	.slice(2)
	.map((line) => line.split('|').slice(1, -1))
	.map(([who, address, remembered, outcome]) => ({
		who: who!.trim(),
		address: address!.trim(),
		remembered: remembered!.trim(),
		outcome: /\*\*(.*?)\*\*/.exec(outcome!)![1]!,
	}));

const here = useTwoN8n();

it('has a row for each case in the documented table', () => {
	const cases = Object.keys(WHO).flatMap((who) =>
		Object.keys(ADDRESS).flatMap((address) =>
			Object.keys(REMEMBERED).map((remembered) => `${who} | ${address} | ${remembered}`),
		),
	);
	expect(rows.map(({ who, address, remembered }) => `${who} | ${address} | ${remembered}`)).toEqual(cases);
});

describe.each(registrationCases)('a $provider trigger', (one) => {
	it.each(rows)(
		'that is activated by $who, at $address address, with its registration $remembered: $outcome',
		async ({ who, address, remembered, outcome }) => {
			for (const mode of WHO[who]!) {
				await here.sandbox.reset();
				const { second, before } = await here.twoN8n(one, ADDRESS[address]!, REMEMBERED[remembered]!);
				const said = await activate(second, mode);
				const after = await one.registered(here.sandbox);
				const isAsBefore = JSON.stringify(after) === JSON.stringify(before);
				const isTold = [said, ...logged(second, 'warn')].some((text) => text.includes('took'));
				expect({ isActive: said === '', isAsBefore, isTold }).toEqual(
					{
						'goes on': { isActive: true, isAsBefore: true, isTold: false },
						'takes nothing': { isActive: false, isAsBefore: true, isTold: expect.anything() },
						stops: { isActive: false, isAsBefore: true, isTold: expect.anything() },
						'takes over': { isActive: true, isAsBefore: false, isTold: true },
					}[outcome],
				);
				if (outcome === 'takes over') expect(after).toEqual([second.url]);
			}
		},
	);
});
