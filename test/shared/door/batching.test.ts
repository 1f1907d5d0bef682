import { numbered } from '../../Partoo/partoo';
import { parameters, useDoor } from './doorBench';

const door = useDoor();
const inBatches = (batchSize: number, batchInterval = 60) => ({
	requestOptions: { batching: { batch: { batchSize, batchInterval } } },
});

/** Rejections that nobody listened to while a task ran: n8n would log them, Node would end by them. */
async function unheard(task: () => Promise<void>): Promise<unknown[]> {
	const reasons: unknown[] = [];
	const listener = (reason: unknown) => reasons.push(reason);
	process.on('unhandledRejection', listener);
	await task();
	await new Promise((resolve) => setTimeout(resolve, 50));
	process.off('unhandledRejection', listener);
	return reasons;
}

describe('a run in batches', () => {
	it('that is refused at its first item ends when all have had their turn, and counts all of them', async () => {
		await door.fail('status', { status: 403 });
		const reasons = await unheard(async () => {
			const { error } = await door.run('message.send', parameters(inBatches(2)), { items: numbered(5) });
			expect(error?.message).toContain('[item 0]');
			const outcomes = error?.context?.outcomes as Record<string, number[]>;
			expect(Object.values(outcomes).flat().sort()).toEqual([0, 1, 2, 3, 4]);
			expect(error?.description).toContain('Of 5 items');
			expect(outcomes.done).toHaveLength((await door.sandbox.stats()).accepted);
		});
		expect(reasons).toEqual([]);
	});

	it('that is refused at its last item says what was sent', async () => {
		await door.fail('status', { status: 403, after: 4 });
		const { error } = await door.run('message.send', parameters(inBatches(1)), { items: numbered(5) });
		expect(error?.context?.outcomes).toEqual({ done: [0, 1, 2, 3], refused: [4], inDoubt: [], notStarted: [] });
		expect(error?.description).toContain('Of 5 items 4 were done');
	});

	it('sends nothing when an expression of a later item throws', async () => {
		const reasons = await unheard(async () => {
			const { error } = await door.run(
				'message.send',
				parameters({ ...inBatches(1), text: '={{ $json.n === 3 ? $("Nowhere").item.json.name : "Hi " + $json.n }}' }),
				{ items: numbered(5) },
			);
			expect(error?.message).toBeDefined();
			expect(await door.posts()).toEqual([]);
		});
		expect(reasons).toEqual([]);
	});

	it('sends the others under Continue On Fail', async () => {
		await door.fail('status', { status: 403, after: 2 });
		const { items } = await door.run('message.send', parameters(inBatches(2)), {
			items: numbered(5),
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => Boolean(json.error))).toEqual([false, false, true, false, false]);
	});

	it('sends what is missing when it is run again, and nothing twice', async () => {
		await door.fail('status', { status: 403, after: 2 });
		const { status, items } = await door.run('message.send', parameters(inBatches(1)), {
			items: numbered(5),
			retryOnFail: true,
			maxTries: 2,
		});
		expect(status).toBe('success');
		expect(items).toHaveLength(5);
		expect(await door.sandbox.stats()).toMatchObject({ accepted: 5, duplicates: 0 });
	});

	it('may have batches of one without a pause between them', async () => {
		const { items } = await door.run('message.send', parameters(inBatches(1, 0)), { items: numbered(5) });
		expect(items).toHaveLength(5);
	});
});
