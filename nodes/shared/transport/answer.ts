/** A provider's answer. `body` is parsed JSON, or text where it was none. Header names are lower case. */
export interface HttpAnswer {
	statusCode: number;
	headers: Record<string, string | undefined>;
	body: unknown;
}

/** Whether the provider took the request. */
export function isGood(answer: HttpAnswer): boolean {
	return answer.statusCode >= 200 && answer.statusCode < 300;
}
