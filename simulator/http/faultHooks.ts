/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { disguise, isBatchBody } from './answerFaults';
import { isBatch, namesOneOf } from './batchBody';
import { errorBody, invalid, type InputError } from './errors';
import {
	isAfter,
	isAnswerFault,
	isInstead,
	isOnTheWire,
	type AfterFault,
	type FaultKind,
	type InsteadFault,
	type WireFault,
} from './faultKinds';
import type { Faults } from './Faults';
import type { Recorder } from './Recorder';
import { refuseInputs, withRefusals } from './refusedInputs';
import { rateLimitBody, statusFields } from './statusBodies';
import { breakOnTheWire } from './wireFaults';

declare module 'fastify' {
	interface FastifyRequest {
		/** Undefined where the call was refused before it could meet any. */
		faults?: readonly FaultKind[];
		/** The errors of inputs that a fault took out of the batch. */
		refusals?: readonly InputError[];
	}
}

const GATEWAY_PAGE = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>';

interface FaultContext {
	readonly faults: Faults;
	readonly recorder: Recorder;
	readonly delayMs: number;
}

/** Hangs the faults onto every call: before it is handled, on its answer as an object, on its answer as text. */
export function installFaults(app: FastifyInstance, { faults, recorder, delayMs }: FaultContext) {
	app.decorateRequest('faults');
	app.decorateRequest('refusals');
	app.addHook('preValidation', async (request, reply) => {
		const met = faults.meet(request.method, request.recorded.path, request.body);
		request.faults = met;
		await sleepBefore(met, delayMs);
		for (const fault of met) {
			if (fault.kind === 'silentNoOp') dropInputs(request, fault.ids);
			if (fault.kind === 'refusedInputs') {
				request.refusals = refuseInputs(request, fault);
				dropInputs(request, fault.ids);
			}
			if (!isInstead(fault)) continue;
			if (fault.kind === 'lostBefore') return breakOnTheWire('lostAfter', request, reply, recorder);
			return answerInstead(reply, fault);
		}
		return undefined;
	});
	app.addHook('preSerialization', async (request, reply, payload: unknown) => {
		const answerFaults = request.faults?.filter(isAnswerFault) ?? [];
		if (!isBatchBody(payload)) return payload;
		const { refusals } = request;
		const answer = refusals ? withRefusals(payload, refusals) : payload;
		if (answer !== payload) reply.code(207);
		if (answerFaults.some((fault) => fault.kind === 'errorsIn200') && reply.statusCode === 207) {
			reply.code(200);
		}
		return answerFaults.reduce(disguise, answer);
	});
	app.addHook('onSend', async (request, reply, payload) => {
		const fault = request.faults?.find(isAfter);
		if (fault === undefined) return payload;
		if (!isOnTheWire(fault)) return spoil(fault, reply, payload);
		breakOnTheWire(fault.kind, request, reply, recorder);
		return payload;
	});
}

/** Spoils the answer to something that was done; a refusal arrives as it is. */
function spoil(
	fault: Exclude<AfterFault, WireFault>,
	reply: FastifyReply,
	payload: unknown,
): unknown {
	if (reply.statusCode >= 400) return payload;
	switch (fault.kind) {
		case 'truncated':
			return typeof payload === 'string' ? payload.slice(0, payload.length / 2) : payload;
		case 'htmlAfter':
			reply.type('text/html');
			return GATEWAY_PAGE;
		case 'emptyAfter':
			return '';
		case 'bodyAfter':
			reply.code(fault.status).type('application/json');
			return JSON.stringify(fault.body);
		case 'corruptGzip':
			reply.header('content-encoding', 'gzip');
			return GATEWAY_PAGE;
		case 'wrongContentType':
			reply.type('text/plain');
			return payload;
	}
}

async function sleepBefore(faults: readonly FaultKind[], delayMs: number): Promise<void> {
	let ms = delayMs;
	for (const fault of faults) if (fault.kind === 'delay') ms += fault.ms;
	if (ms > 0) await sleep(ms);
}

/** A new body, so that the recorded one stays what was sent. */
function dropInputs(request: FastifyRequest, ids: readonly string[]): void {
	if (!isBatch(request.body)) return;
	const inputs = request.body.inputs.filter((input) => !namesOneOf(input, ids));
	request.body = { ...request.body, inputs };
}

function answerInstead(
	reply: FastifyReply,
	fault: Exclude<InsteadFault, { kind: 'lostBefore' }>,
): FastifyReply {
	switch (fault.kind) {
		case 'status':
			reply.headers(fault.headers ?? {});
			if (typeof fault.body === 'string') reply.type('text/html');
			return reply.code(fault.status).send(fault.body ?? defaultBody(fault.status));
		case 'wholeBatch400':
			throw invalid('The batch could not be processed');
		case 'html':
			return reply
				.code(fault.status ?? 502)
				.type('text/html')
				.send(GATEWAY_PAGE);
		case 'empty':
			return reply.code(fault.status ?? 200).send();
	}
}

function defaultBody(status: number): object {
	return status === 429 ? rateLimitBody('TEN_SECONDLY_ROLLING') : errorBody(statusFields(status));
}
