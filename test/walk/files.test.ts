import type { INodeParameters } from 'n8n-workflow';
import { byId, CUSTOMER, Dialog360Bench } from '../Dialog360/dialog360';
import { list, sends } from '../Dialog360/templateSamples';
import { binaryItem, patternBytes } from '../engine';
import type { BinaryMode } from '../engine/binary';
import { byId as partooId, FACEBOOK, PartooBench } from '../Partoo/partoo';

const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), patternBytes(100_000)]);
const PICTURE = {
	name: 'picture',
	language: 'en_US',
	status: 'APPROVED',
	category: 'MARKETING',
	components: [
		{ type: 'HEADER', format: 'IMAGE' },
		{ type: 'BODY', text: 'Hi' },
	],
};
const locator = (value: string) => ({ __rl: true, mode: 'binary', value });

/** Every operation that takes a file, with what names it. */
const operations: Array<
	[provider: 'dialog360' | 'partoo', operation: string, fill: (field: string) => INodeParameters]
> = [
	['dialog360', 'media.upload', (field) => ({ binaryPropertyName: field })],
	['dialog360', 'message.send', (field) => ({ to: CUSTOMER, messageType: 'image', media: locator(field) })],
	[
		'dialog360',
		'message.sendInteractive',
		(field) => ({
			to: CUSTOMER,
			text: 'Hi',
			buttons: { button: [{ title: 'Yes' }] },
			options: { headerImage: locator(field) },
		}),
	],
	[
		'dialog360',
		'message.sendTemplate',
		(field) => ({
			to: CUSTOMER,
			template: byId('picture:en_US'),
			templateFields: { mappingMode: 'defineBelow', value: { header_image: field }, schema: [] } as never,
		}),
	],
	[
		'partoo',
		'message.send',
		(field) => ({
			conversationId: partooId(FACEBOOK),
			messageType: 'Image',
			imageSource: 'binary',
			binaryPropertyName: field,
		}),
	],
];

type Files = 'separate' | 'combined';

/** What names a file. A combined workflow has it in the JSON, but for one whose bytes are in the item. */
const ways = {
	'by its name': () => 'data',
	"as the item's own": (files: Files, binaryMode: BinaryMode) =>
		files === 'combined' && binaryMode !== 'memory' ? '={{ $json._files.data }}' : '={{ $binary.data }}',
	'as that of another node': (files: Files, binaryMode: BinaryMode) => {
		if (files === 'separate') return "={{ $('Start').item.binary.data }}";
		return binaryMode === 'memory' ? undefined : "={{ $('Start').item._files.data }}";
	},
};

describe.each(['memory', 'filesystem', 'database'] as const)('files in %s', (binaryMode) => {
	let dialog360: Dialog360Bench;
	let partoo: PartooBench;
	beforeAll(async () => {
		[dialog360, partoo] = await Promise.all([Dialog360Bench.start(), PartooBench.start()]);
		const data = [PICTURE];
		await dialog360.fault([{ ...list, body: { data, paging: { cursors: { after: 'x' } } } }, sends]);
	});
	afterAll(async () => await Promise.all([dialog360.sandbox.stop(), partoo.sandbox.stop()]));

	it.each(operations)(
		'say to %s, %s, where a file is that $binary does not have',
		async (provider, operation, fill) => {
			if (binaryMode === 'memory') return;
			const bench = provider === 'partoo' ? partoo : dialog360;
			await bench.sandbox.clearRequests();
			const item = await binaryItem({ fileName: 'photo.png', mimeType: 'image/png', data: PNG, mode: binaryMode });
			const how = { items: [item], binaryMode, files: 'combined' as const };
			const { error } = await bench.run(operation, fill('={{ $binary.data }}'), how);
			expect(error?.message).toContain('is empty');
			expect(error?.description).toMatch(/\{\{ \$json\._files\.data \}\}|Fill in 'Header Image'/);
			expect(await bench.sandbox.requests({ provider, method: 'POST' })).toEqual([]);
		},
	);

	describe.each(['separate', 'combined'] as const)('%s from or in the JSON', (files) => {
		const cases = operations.flatMap(([provider, operation, fill]) =>
			Object.entries(ways).flatMap(([way, fieldIn]) => {
				const field = fieldIn(files, binaryMode);
				return field === undefined ? [] : [{ operation, provider, way, parameters: fill(field) }];
			}),
		);

		it.each(cases)(
			'are sent whole by $operation of $provider, named $way',
			async ({ operation, provider, parameters }) => {
				const bench = provider === 'partoo' ? partoo : dialog360;
				await bench.sandbox.clearRequests();
				const item = await binaryItem({
					fileName: 'photo',
					mimeType: 'application/octet-stream',
					data: PNG,
					mode: binaryMode,
				});
				const { error, status } = await bench.run(operation, parameters, { items: [item], binaryMode, files });
				expect(error?.message).toBeUndefined();
				expect(status).toBe('success');
				const uploads = (await bench.sandbox.requests({ provider, method: 'POST' }))
					.map(({ body }) => body?.files)
					.filter(Boolean);
				expect(uploads).toEqual([
					[expect.objectContaining({ fileName: 'photo.png', contentType: 'image/png', size: PNG.length })],
				]);
			},
		);
	});
});
