/**
 * How a task ended, as a value. In the place of try and catch where a caught error may have to go on: n8n's rules let
 * a `catch` throw nothing but n8n's own classes, and those change the text of what they are handed.
 */
export async function settled<T>(task: Promise<T>): Promise<PromiseSettledResult<T>> {
	const [result] = await Promise.allSettled([task]);
	return result;
}
