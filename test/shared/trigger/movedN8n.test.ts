import { registrationCases } from './registrationCases';
import { activate, logged, NEW, OLD, useTwoN8n } from './twoN8n';

const here = useTwoN8n();

describe.each(registrationCases)('a $provider trigger', (one) => {
	const STARTS = ['init', 'leadershipChange'] as const;
	const ACTIVATIONS = ['activate', 'update'] as const;

	describe.each([...STARTS, ...ACTIVATIONS])('(%s)', (mode) => {
		it.each([true, false])(
			'at the same address goes on with what is there; it is remembered: %s',
			async (isDataThere) => {
				const { second, before } = await here.twoN8n(one, OLD, isDataThere);
				expect(await activate(second, mode)).toBe('');
				expect(await one.registered(here.sandbox)).toEqual(before);
			},
		);

		it('at another address, with nothing remembered, takes nothing and says whose it is', async () => {
			const { second, before } = await here.twoN8n(one, NEW, false);
			expect(await activate(second, mode)).toMatch(one.taken);
			expect(await one.registered(here.sandbox)).toEqual(before);
		});
	});

	it.each(STARTS)(
		'(%s) at another address than the remembered one takes nothing, and says what to do',
		async (mode) => {
			const replacing: Array<Record<string, string>> = one.replaces ? [{ registration: one.replaces }] : [];
			for (const options of [{}, ...replacing]) {
				await here.sandbox.reset();
				const { first, second, before } = await here.twoN8n(one, NEW, true, options);
				const remembered = structuredClone(second.staticData);
				await here.sandbox.clearRequests();
				// n8n tries again and again.
				for (let tries = 0; tries < 2; tries++) {
					expect(await activate(second, mode)).toBe(
						`${one.provider} calls this workflow at ${first.url}, and this n8n is at ${NEW}: nothing was changed at ${one.provider}`,
					);
				}
				expect(await one.registered(here.sandbox)).toEqual(before);
				expect((await here.sandbox.requests({})).filter(({ method }) => method !== 'GET')).toEqual([]);
				expect(second.staticData).toEqual(remembered);
				expect(logged(second, 'error')[0]).toMatch(
					/^(.* Trigger): .*https:\/\/old\.example\.com\/.*deactivate the workflow here.*deactivate and activate.*WEBHOOK_URL/,
				);
			}
		},
	);

	it.each(ACTIVATIONS)('(%s) by a person takes over what went to the remembered address, and says so', async (mode) => {
		const { first, second } = await here.twoN8n(one, NEW, true);
		expect(await activate(second, 'init')).not.toBe('');
		expect(await activate(second, mode)).toBe('');
		expect(await one.registered(here.sandbox)).toEqual([second.url]);
		expect(logged(second, 'warn').at(-1)).toBe(
			`${one.provider} Trigger took over at ${one.provider} what went to ${first.url}: it goes to ${second.url} from now on`,
		);
		expect(await activate(second, 'init')).toBe('');
		expect(await one.registered(here.sandbox)).toEqual([second.url]);
	});

	it('that is deactivated at another address leaves alone what it remembers', async () => {
		const { second, before } = await here.twoN8n(one, NEW, true);
		await second.deactivate();
		expect(await one.registered(here.sandbox)).toEqual(before);
		expect(logged(second, 'warn')).toEqual([expect.stringContaining('left')]);
		expect(await activate(second, 'activate')).toBe('');
		expect(await one.registered(here.sandbox)).toEqual([second.url]);
	});

	it('that may replace others does not do so at a mere start, unless it had done it before', async () => {
		if (!one.replaces) return;
		const { second, before } = await here.twoN8n(one, NEW, false, { registration: one.replaces });
		expect(await activate(second, 'init')).toMatch(one.taken);
		expect(await one.registered(here.sandbox)).toEqual(before);
		expect(await activate(second, 'activate')).toBe('');
		expect(await one.registered(here.sandbox)).toEqual([second.url]);
	});

	it('is not taken back by the n8n that a copy took it from, at a mere start of that one', async () => {
		const { first, second } = await here.twoN8n(one, NEW, true);
		expect(await activate(second, 'activate')).toBe('');
		await one.call(here.sandbox, second);
		expect(await activate(first, 'init')).not.toBe('');
		expect(await one.registered(here.sandbox)).toEqual([second.url]);
	});

	it('that a copy took over goes back to its first n8n only when a person is told so, or told whose it is', async () => {
		const { first, second } = await here.twoN8n(one, NEW, true);
		expect(await activate(second, 'activate')).toBe('');
		await one.call(here.sandbox, second);
		const said = await activate(first, 'activate');
		expect(said || logged(first, 'warn').at(-1)).toMatch(one.takenByCopy);
		expect(await one.registered(here.sandbox)).toEqual([said ? second.url : first.url]);
	});
});
