import { createHash } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { CallbellApi } from '../../credentials/CallbellApi.credentials';
import { Dialog360Api } from '../../credentials/Dialog360Api.credentials';
import { PartooApi } from '../../credentials/PartooApi.credentials';
import * as callbell from '../Callbell/callbell';
import * as dialog360 from '../Dialog360/dialog360';
import { list, ORDER, sends } from '../Dialog360/templateSamples';
import { binaryItem, runCredentialTest } from '../engine';
import * as partoo from '../Partoo/partoo';
import type { MultipartBody } from '../sandboxClient';
import { cannotSign, forgetsCauses, handsSignalOver } from './tried';

let toPartoo: partoo.PartooBench;
let to360: dialog360.Dialog360Bench;
let toCallbell: callbell.CallbellBench;
beforeAll(async () => {
	[toPartoo, to360, toCallbell] = await Promise.all([
		partoo.PartooBench.start(),
		dialog360.Dialog360Bench.start(),
		callbell.CallbellBench.start(),
	]);
});
afterAll(async () => await Promise.all([toPartoo, to360, toCallbell].map(async ({ sandbox }) => await sandbox.stop())));
beforeEach(async () => {
	await Promise.all([toPartoo, to360, toCallbell].map(async ({ sandbox }) => await sandbox.reset()));
});

const conversationId = partoo.byId(partoo.FACEBOOK);
const posts = async () => await toPartoo.sandbox.requests({ method: 'POST', path: '/messages' });
const filled = (value: object): INodeParameters => ({
	templateFields: { mappingMode: 'defineBelow', value, schema: [] } as never,
});

describe('text', () => {
	it('is sent to each item, with its expressions, and answered with its item', async () => {
		const parameters = { conversationId, text: '=Item {{ $json.n }}' };
		const ended = await toPartoo.run('message.send', parameters, {
			items: partoo.numbered(20),
			nextNodeExpression: "={{ $('Start').item.json.n }}",
			hasCancelSignal: handsSignalOver,
		});
		expect(ended.status).toBe('success');
		expect(ended.nextNodeValues).toEqual(partoo.numbered(20).map(({ json }) => json.n));
		const texts = (await posts()).map(({ body }) => body.content);
		expect(texts.sort()).toEqual(
			partoo
				.numbered(20)
				.map(({ json }) => `Item ${json.n}`)
				.sort(),
		);
	});

	it('is sent by the two others', async () => {
		expect((await to360.run('message.send', { to: dialog360.CUSTOMER, text: 'Hi' })).status).toBe('success');
		expect((await toCallbell.run('message.send', { to: callbell.CUSTOMER, text: 'Hi' })).status).toBe('success');
		expect(await to360.bodies()).toMatchObject([{ text: { body: 'Hi' } }]);
		expect(await toCallbell.bodies()).toMatchObject([{ content: { text: 'Hi' } }]);
	});

	it('that asks waits for its answer, or says which n8n it needs before it is sent', async () => {
		const question = { to: dialog360.CUSTOMER, message: 'May I?', options: { checkTrigger: false } };
		const { status, error } = await to360.run('message.sendAndWait', question);
		if (cannotSign) expect(error?.message).toContain('needs n8n 1.113 or newer');
		else expect(status).toBe('waiting');
		expect(await to360.bodies()).toHaveLength(cannotSign ? 0 : 1);
	});

	it('that is refused goes on under Continue On Fail, with its reason', async () => {
		const { status, items } = await toPartoo.run(
			'message.send',
			{ conversationId: partoo.byId(partoo.EXPIRED), text: 'Hi' },
			{ onError: 'continueRegularOutput', hasCancelSignal: handsSignalOver },
		);
		expect(status).toBe('success');
		expect(items).toMatchObject([{ json: { error: expect.any(String), details: { nextStep: expect.any(String) } } }]);
	});
});

describe('media', () => {
	it.each(['memory', 'filesystem'] as const)('goes from a binary field whole (%s)', async (mode) => {
		const data = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256));
		const item = await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data, mode, property: 'photo' });
		const parameters = { conversationId, messageType: 'Image', imageSource: 'binary', binaryPropertyName: 'photo' };
		const ended = await toPartoo.run('message.send', parameters, { items: [item], binaryMode: mode });
		expect(ended.error?.message).toBeUndefined();
		const [request] = await toPartoo.sandbox.requests<MultipartBody>({ path: '/messages' });
		expect(request!.body.files).toMatchObject([{ sha256: createHash('sha256').update(data).digest('hex') }]);
		expect(request!.transferEncoding).toBeNull();
	});
});

describe('upload', () => {
	it('stores a file and answers its ID', async () => {
		const item = await binaryItem({
			fileName: 'a.pdf',
			mimeType: 'application/pdf',
			data: 200_000,
			mode: 'filesystem',
		});
		const { items, error } = await to360.run('media.upload', {}, { items: [item], binaryMode: 'filesystem' });
		expect(error?.message).toBeUndefined();
		expect(items[0]!.json.id).toEqual(expect.any(String));
	});
});

describe('template', () => {
	it('is sent with the values of its fields', async () => {
		const template = { to: callbell.CUSTOMER, templateId: callbell.byId(callbell.GREETING), optinConfirmed: true };
		await toCallbell.run('message.sendTemplate', { ...template, ...filled({ 1: 'Ann' }) });
		expect(await toCallbell.bodies()).toMatchObject([{ content: { text: 'Ann' } }]);
		await to360.fault([{ ...list, body: { data: [ORDER], paging: { cursors: { after: 'x' } } } }, sends]);
		const values = { header_document: 'https://example.com/a.pdf', body_1: 'Ann', body_2: '7', button_0_url: '7' };
		const order = { to: dialog360.CUSTOMER, template: dialog360.locator('list', 'order_update:en_US') };
		await to360.run('message.sendTemplate', { ...order, ...filled(values) });
		expect(await to360.bodies()).toMatchObject([{ type: 'template', template: { name: 'order_update' } }]);
	});

	it('has a field for each value in the editor', async () => {
		const { fields } = await toCallbell.fields(callbell.APPOINTMENT);
		expect(fields.map(({ id, required }) => [id, required])).toEqual(['1', '2', '3'].map((id) => [id, true]));
		await to360.fault([{ ...list, body: { data: [ORDER], paging: { cursors: { after: 'x' } } } }]);
		const template = dialog360.locator('list', 'order_update:en_US');
		const open = {
			parameters: { resource: 'message', operation: 'sendTemplate', template },
			parameterName: 'template',
		};
		expect((await to360.map('templateFields', open)).fields.map(({ id }) => id)).toContain('header_document');
		expect((await to360.search('searchTemplates', open)).results).toHaveLength(1);
	});
});

describe('list', () => {
	it('is read over its pages', async () => {
		const [id] = await toPartoo.sandbox.createConversations({ messages: 130 });
		const all = { conversationId: partoo.byId(String(id)), returnAll: true };
		const { items } = await toPartoo.run('message.getAll', all, { hasCancelSignal: handsSignalOver });
		expect(items).toHaveLength(130);
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
	});
});

describe('credential', () => {
	it('is good with a known key, and says what is wrong with another', async () => {
		const checks = [
			[new PartooApi(), toPartoo.credential(), toPartoo.credential({ apiKey: 'wrong' })],
			[new Dialog360Api(), to360.credential(), to360.credential({ apiKey: 'wrong' })],
			[new CallbellApi(), toCallbell.credential(), toCallbell.credential({ apiKey: 'wrong' })],
		] as const;
		for (const [type, good, wrong] of checks) {
			expect((await runCredentialTest(type, good)).status).toBe('OK');
			expect(await runCredentialTest(type, wrong)).toMatchObject({
				status: 'Error',
				message: expect.stringContaining(forgetsCauses ? 'check your credentials' : 'key'),
			});
		}
	});
});
