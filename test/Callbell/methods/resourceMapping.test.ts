import { APPOINTMENT, BACK, CallbellBench, PICTURE } from '../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

describe('the fields of a template', () => {
	it('are one for each variable, and one for its file', async () => {
		const idsOf = async (uuid: string) => (await bench.fields(uuid)).fields.map(({ id, required }) => [id, required]);
		expect(await idsOf(APPOINTMENT)).toEqual([
			['1', true],
			['2', true],
			['3', true],
		]);
		expect(await idsOf(PICTURE)).toEqual([
			['1', true],
			['media', true],
		]);
		expect(await idsOf(BACK)).toEqual([]);
	});

	it('come after a template is chosen', async () => {
		expect(await bench.fields('')).toEqual({ fields: [], emptyFieldsNotice: 'Choose a template first.' });
		await expect(bench.fields('none')).rejects.toThrow('HTTP 404');
	});
});
