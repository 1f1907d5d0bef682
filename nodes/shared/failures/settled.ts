/**
 * How a task ended, as a value. In the place of try and catch where a caught error may have to go on: n8n's rules let
 * a `catch` throw nothing but n8n's own classes, and those change the text of what they are handed.
 */
export function settled<T>(task: Promise<T>): Promise<PromiseSettledResult<T>> {
	// Not by Promise.allSettled, which makes a dozen objects of it: each item is settled seven times.
	return task.then(
		(value) => ({ status: 'fulfilled', value }) as const,
		(reason: unknown) => ({ status: 'rejected', reason }) as const,
	);
}
