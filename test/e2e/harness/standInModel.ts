import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { listen } from './listen';

interface ChatRequest {
	stream?: boolean;
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string; parameters?: Schema } }>;
}

interface Schema {
	type?: string;
	properties?: Record<string, Schema>;
	required?: string[];
}

/** A language model that always does the same: it calls its first tool, and then repeats what came of it. */
export interface StandInModel {
	/** What n8n's OpenAI credential takes as its base URL. */
	url: string;
	/** Where a tool of the agent pays money back, and each time that it did. */
	refundUrl: string;
	refunds: unknown[];
}

/** Speaks the chat completions of OpenAI's API (https://platform.openai.com/docs/api-reference/chat). */
export async function startStandInModel(): Promise<StandInModel> {
	const model: StandInModel = { url: '', refundUrl: '', refunds: [] };
	const origin = await listen(
		createServer(async (request, response) => {
			const body = await text(request);
			const answer = (json: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(json));
			if (request.url === '/refund') {
				model.refunds.push(body);
				return void answer({ refunded: true });
			}
			if (request.url === '/v1/models') return void answer({ data: [{ id: 'stand-in' }] });
			const asked = JSON.parse(body) as ChatRequest;
			const message = messageFor(asked);
			const finish = 'tool_calls' in message ? 'tool_calls' : 'stop';
			const common = { id: 'chat-1', created: 0, model: 'stand-in' };
			if (!asked.stream) {
				const choices = [{ index: 0, message, finish_reason: finish }];
				const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
				return void answer({ ...common, object: 'chat.completion', choices, usage });
			}
			response.setHeader('content-type', 'text/event-stream');
			const chunk = { ...common, object: 'chat.completion.chunk' };
			response.write(`data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, delta: message }] })}\n\n`);
			const end = { index: 0, delta: {}, finish_reason: finish };
			response.end(`data: ${JSON.stringify({ ...chunk, choices: [end] })}\n\ndata: [DONE]\n\n`);
		}),
	);
	return Object.assign(model, { url: `${origin}/v1`, refundUrl: `${origin}/refund` });
}

function messageFor({ messages, tools = [] }: ChatRequest) {
	const last = messages.at(-1)!;
	const [tool] = tools;
	if (last.role === 'tool' || tool === undefined)
		return { role: 'assistant', content: `Done: ${String(last.content)}` };
	const { name, parameters } = tool.function;
	const call = { name, arguments: JSON.stringify(filled(parameters ?? {})) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ index: 0, id: 'call-1', type: 'function', function: call }],
	};
}

function filled({ type, properties = {} }: Schema): unknown {
	if (type === 'string') return '4711';
	if (type === 'number' || type === 'integer') return 4711;
	return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, filled(schema)]));
}
