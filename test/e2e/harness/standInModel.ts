import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

import busboy from 'busboy';

import { listen } from './listen';

type Part = { type: string; text?: string; image_url?: { url: string } };

interface ChatMessage {
	role: string;
	content: string | Part[] | null;
}

interface ChatRequest {
	stream?: boolean;
	messages: ChatMessage[];
	tools?: Array<{ function: { name: string; parameters?: Schema } }>;
}

interface Schema {
	type?: string;
	properties?: Record<string, Schema>;
	required?: string[];
}

/** Asked for one of these it calls its first tool. */
const WANTS_TOOL = /\b(pay|colleague)\b/i;

/**
 * A language model that always does the same: it calls its first tool when it is asked for what tools do here, and then
 * repeats what came of it; otherwise it repeats what it was told in this conversation, and how large pictures are.
 */
export interface StandInModel {
	/** What n8n's OpenAI credential takes as its base URL. */
	url: string;
	/** Where a tool of the agent pays money back, and each time that it did. */
	refundUrl: string;
	refunds: unknown[];
}

/** What it hears in a file: nothing but how it is called and what is in it. */
async function heard(request: IncomingMessage): Promise<string> {
	const parser = busboy({ headers: request.headers });
	const files: Array<Promise<string>> = [];
	parser.on('file', (_field, file, { filename }) =>
		files.push(text(file).then((content) => `${filename}: ${content}`)),
	);
	await pipeline(request, parser);
	return (await Promise.all(files)).join();
}

/** Speaks the chat completions and the transcriptions of OpenAI's API (https://platform.openai.com/docs/api-reference). */
export async function startStandInModel(): Promise<StandInModel> {
	const model: StandInModel = { url: '', refundUrl: '', refunds: [] };
	const origin = await listen(
		createServer(async (request, response) => {
			const answer = (json: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(json));
			if (request.url === '/refund') {
				model.refunds.push(await text(request));
				return void answer({ refunded: true });
			}
			if (request.url === '/v1/models') return void answer({ data: [{ id: 'stand-in' }] });
			if (request.url === '/v1/audio/transcriptions') return void answer({ text: await heard(request) });
			const asked = JSON.parse(await text(request)) as ChatRequest;
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
	if (last.role === 'tool') return { role: 'assistant', content: `Done: ${said(last)}` };
	if (tool === undefined || !WANTS_TOOL.test(said(last))) {
		const told = messages.filter(({ role }) => role === 'user').map(said);
		return { role: 'assistant', content: `You said: ${told.join(' / ')}` };
	}
	const { name, parameters } = tool.function;
	const call = { name, arguments: JSON.stringify(filled(parameters ?? {})) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ index: 0, id: 'call-1', type: 'function', function: call }],
	};
}

function said({ content }: ChatMessage): string {
	if (!Array.isArray(content)) return String(content);
	const words = content.map(({ text, image_url: picture }) =>
		picture ? `a picture of ${Buffer.from(picture.url.split(',')[1]!, 'base64').length} bytes` : text!,
	);
	return words.join(', ');
}

function filled({ type, properties = {} }: Schema): unknown {
	if (type === 'string') return '4711';
	if (type === 'number' || type === 'integer') return 4711;
	return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, filled(schema)]));
}
