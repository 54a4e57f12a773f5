/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import Fastify from 'fastify';
import type { AddressInfo } from 'node:net';

/** A chat model that says what a test wants it to say, behind OpenAI's chat completions call. */
export interface ChatModel {
	readonly url: string;
	/** What the tool has answered, call by call. */
	readonly toolAnswers: string[];
	close(): Promise<void>;
}

interface ChatRequest {
	messages: Array<{ role: string; content: string }>;
	tools: Array<{ function: { name: string } }>;
}

/**
 * First calls the one tool that it is offered with each of these arguments, then says what the tool
 * has answered.
 */
export async function startChatModel(toolCalls: readonly object[]): Promise<ChatModel> {
	const app = Fastify({ forceCloseConnections: true });
	const toolAnswers: string[] = [];
	app.post<{ Body: ChatRequest }>('/v1/chat/completions', async ({ body }) => {
		const answers = body.messages.filter(({ role }) => role === 'tool');
		if (answers.length === 0) return completion(callsOf(body.tools[0].function.name, toolCalls));
		toolAnswers.push(...answers.map(({ content }) => content));
		return completion({ content: toolAnswers.join('\n') });
	});
	await app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = app.server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/v1`, toolAnswers, close: () => app.close() };
}

export function chatModelCredential({ url }: ChatModel) {
	return {
		id: 'ChatModelApi0001',
		name: 'OpenAI account',
		type: 'openAiApi',
		data: { apiKey: 'none', url },
	};
}

function callsOf(tool: string, toolCalls: readonly object[]): object {
	return {
		content: null,
		tool_calls: toolCalls.map((argument, index) => ({
			id: `call_${index}`,
			type: 'function',
			function: { name: tool, arguments: JSON.stringify(argument) },
		})),
	};
}

function completion(message: object): object {
	return {
		id: 'chat',
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: 'stop' }],
		usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
	};
}
