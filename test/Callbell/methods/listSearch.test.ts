import { CallbellBench } from '../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

describe('pickers', () => {
	const names = async (method: string, filter?: string) =>
		(await bench.search(method, { filter })).results.map(({ name }) => name);

	it('offer channels that are in use, from all pages that a search needs', async () => {
		expect(await names('searchChannels')).toEqual(expect.arrayContaining(['WhatsApp main (WhatsApp, main)']));
		expect(await names('searchChannels', 'old')).toEqual([]);
	});

	it('offer approved templates, others when their status is searched for', async () => {
		expect(await names('searchTemplates', 'greet')).toEqual(['Greeting – text']);
		expect(await names('searchTemplates', 'offer')).toEqual([]);
		expect(await names('searchTemplates', 'rejected')).toEqual(['Rejected offer – text, rejected']);
	});

	it('find contacts by name and by number', async () => {
		await bench.sandbox.control('POST', 'callbell/contacts', { identifier: '49170', count: 45 });
		expect(await names('searchContacts', 'weber')).toEqual(['Ana Weber +4915112345678 (WhatsApp)']);
		expect(await names('searchContacts', '+491700044')).toEqual(['Customer 0044 +491700044 (WhatsApp)']);
	});

	it('offer teams and funnels', async () => {
		expect(await names('searchTeams')).toEqual(['General', 'Sales']);
		expect(await names('searchFunnels', 'won')).toEqual(['🏆 Won']);
	});

	it('say what is wrong', async () => {
		await expect(bench.search('searchTeams', {}, { apiKey: 'wrong' })).rejects.toThrow('HTTP 401');
	});
});
