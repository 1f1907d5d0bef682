import type { INodeParameters } from 'n8n-workflow';
import { useEveryBench } from '../../everyBench';
import { byId } from '../../Partoo/partoo';

const benches = useEveryBench();
type Provider = 'partoo' | 'dialog360' | 'callbell';
type Case = [Provider, string, string, (value: INodeParameters[string]) => INodeParameters];

const filter = (name: string) => (value: INodeParameters[string]) => ({ filters: { [name]: value } });
const located = (name: string) => (value: INodeParameters[string]) => ({ filters: { [name]: byId(String(value)) } });
const ofTeam = (value: INodeParameters[string]) => ({
	teamId: byId('8a1f0c7e5b3d4e6f9a2c1d0e7f6b5a43'),
	filters: { status: value },
});

const FILTERS: Case[] = [
	['partoo', 'conversation.getAll', 'Status', filter('status')],
	['partoo', 'conversation.getAll', 'Channel', filter('messagingPartner')],
	['partoo', 'conversation.getAll', 'Business', located('businessId')],
	['partoo', 'conversation.getAll', 'Assigned To', located('assignedUserId')],
	['partoo', 'conversation.getAll', 'Unassigned', filter('unassigned')],
	['partoo', 'business.getAll', 'Search', (search) => ({ search })],
	['dialog360', 'template.getAll', 'Name', filter('name')],
	['dialog360', 'template.getAll', 'Language', filter('language')],
	['dialog360', 'template.getAll', 'Status', filter('status')],
	['callbell', 'contact.getAll', 'Tags', filter('tags')],
	['callbell', 'contact.getAll', 'Source', filter('source')],
	['callbell', 'contact.getAll', 'Team', located('teamId')],
	['callbell', 'channel.getAll', 'Type', filter('type')],
	['callbell', 'channel.getAll', 'Active', filter('active')],
	['callbell', 'team.getMembers', 'Status', ofTeam],
];

const list = async (provider: Provider, operation: string, form: INodeParameters) => {
	const { error } = await benches[provider].run(operation, form, { items: [{ json: { empty: ' ' } }] });
	return { error, asked: (await benches[provider].sandbox.requests({ provider })).length };
};

describe('a filter', () => {
	it.each(FILTERS)('of %s, %s > %s, is refused where an expression in it answers nothing', async (...one) => {
		const [provider, operation, label, form] = one;
		for (const expression of ['={{ $json.nope }}', '={{ $json.empty }}', '={{ null }}', '={{ [] }}']) {
			if (expression === '={{ [] }}' && label !== 'Tags') continue;
			const { error, asked } = await list(provider, operation, form(expression));
			expect(error?.message).toContain(`'${label}' is empty: the expression in it answers nothing`);
			expect(error?.description).toContain(`take '${label}' out`);
			expect(asked).toBe(0);
		}
	});

	it.each(FILTERS.filter(([, , label]) => label !== 'Unassigned' && label !== 'Active'))(
		'of %s, %s > %s, is none where it was left empty by hand, on purpose, or by an AI agent',
		async (provider, operation, _label, form) => {
			for (const empty of ['', "={{ $json.nope ?? '' }}", "={{ '' /* $fromAI('filter') */ }}"]) {
				const { error, asked } = await list(provider, operation, form(empty));
				expect(error?.message ?? '').not.toContain('the expression in it');
				expect(asked).toBeGreaterThan(0);
			}
		},
	);
});

describe('a number beyond its limit', () => {
	it.each<[Provider, INodeParameters]>([
		['partoo', { conversationId: byId('1001') }],
		['callbell', { to: '+31612345678' }],
	])('is refused and not cut: Delivery Timeout of %s', async (provider, whom) => {
		const form = { ...whom, text: 'Hi', afterSending: 'wait', deliveryTimeout: '={{ 3600 }}' };
		const { error } = await benches[provider].run('message.send', form);
		expect(error?.message).toBe("'Delivery Timeout' holds 3600; it must be 0 to 900 [item 0]");
		expect(error?.description).toContain("Give such a number in 'Delivery Timeout'");
		expect(await benches[provider].sandbox.requests({ provider, method: 'POST' })).toEqual([]);
	});
});
