import type { Attempt, WebhookCall } from '../../shared/webhooks/calls';
import { repeatRule } from './announcer';

export interface LoggedCall {
	event: string;
	payload: unknown;
	response: { body: string; code: number | null; headers: Record<string, unknown> };
	success: boolean;
	createdAt: string;
}

export interface LogQuery {
	status?: 'success' | 'failed';
	/** With commas between several. */
	subscriptions?: string;
}

/** What was called and what was answered, the newest first. https://docs.callbell.eu/api/reference/webhooks_api/get_webhook_events */
export function deliveryLog(calls: readonly WebhookCall[], { status, subscriptions }: LogQuery): LoggedCall[] {
	const wanted = subscriptions?.split(',').map((event) => event.trim());
	return calls
		.filter(({ eventType }) => wanted === undefined || wanted.includes(eventType))
		.flatMap((call) => call.attempts.map((attempt) => ({ at: attempt.at, entry: entryOf(call, attempt) })))
		.sort((a, b) => b.at - a.at)
		.map(({ entry }) => entry)
		.filter(({ success }) => status === undefined || success === (status === 'success'));
}

/** The events' own lists show what is in the envelope. */
function entryOf({ eventType, body }: WebhookCall, { at, status, body: answer, headers }: Attempt): LoggedCall {
	return {
		event: eventType,
		payload: payloadIn(body),
		response: { body: answer, code: status, headers },
		success: status !== null && repeatRule.isTaken(status),
		createdAt: new Date(at).toISOString(),
	};
}

function payloadIn(body: string): unknown {
	try {
		const parsed = JSON.parse(body) as { payload?: unknown };
		return parsed.payload ?? parsed;
	} catch {
		return body;
	}
}
