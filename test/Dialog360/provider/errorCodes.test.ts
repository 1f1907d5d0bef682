import { explainCode } from '../../../nodes/Dialog360/provider/errorCodes';
import { explain } from '../../../nodes/Dialog360/provider/errors';

const LISTS: Record<string, number[]> = {
	'creating templates': [2388019, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299],
	'sending templates': [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 134100, 134101, 134102],
	calls: [
		138000, 138001, 138002, 138003, 138004, 138005, 138006, 138007, 138009, 138012, 138013, 138014, 138017, 138018,
		138019, 138020, 138021, 138022, 138023,
	],
	groups: [131020, 131041, 131059, 131201, 131202, 131204, 131207, 131208, 131209, 131210, 131211, 131212, 131215],
	flows: [132068, 132069, 139000, 139001, 139002, 139003, 139004, 139006],
	registration: [131045, 133005, 133006, 133008, 133009, 133010, 133015, 133016],
	'payment and others': [131042, 131044, 131055, 130501, 134011, 135000, 2494100],
};
const codes = Object.values(LISTS).flat();

describe.each(Object.entries(LISTS))('a refusal about %s', (_what, list) => {
	it.each(list)('%i says its cause and the next step', (code) => {
		const { cause, nextStep } = explainCode(code)!;
		expect(cause).toMatch(/^[A-Z].{15,}\.$/);
		expect(nextStep).toMatch(/^[A-Z].{8,}\.$/);
	});
});

it('gives each of these codes a cause of its own', () => {
	const causes = codes.map((code) => explainCode(code)!.cause);
	expect(causes.filter((cause, at) => causes.indexOf(cause) !== at)).toEqual([]);
});

it('names pacing beside low quality, and what messages cost since October 2026', () => {
	expect(explainCode(132015)?.cause).toMatch(/paused .* paced/);
	expect(explainCode(131042)?.cause).toMatch(/October 2026 .* accepted and do not arrive/);
});

describe('a template that is refused when it is created', () => {
	const refused = (error: object) => explain({ statusCode: 400, headers: {}, body: { error } }, 'Invalid parameter');

	it('is explained by the finer code beside 100', () => {
		expect(refused({ code: 100, error_subcode: 2388299 })).toMatchObject({
			code: '2388299',
			cause: expect.stringContaining('begins or ends with a variable'),
		});
	});

	it('keeps 100 where the finer code is not known', () => {
		expect(refused({ code: 100, error_subcode: 33 })).toMatchObject({ code: '100' });
	});
});
