import type { Answer } from '../../../../nodes/HubSpotAssociations/hubspot/api/answer';
import type { HubSpotRequest } from '../../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { createSender, type Sender } from '../../../../nodes/HubSpotAssociations/sending/sender';
import { answer } from './answers';

const timeless = {
	now: () => 0,
	date: () => 0,
	random: () => 0,
	sleep: async () => {},
	isCancelled: () => false,
};

const unpaced = { turn: async () => {}, pause: () => {}, learn: () => {} };

/**
 * The real sender over answers made by hand, without waits or retries; remembers what was sent.
 * @param answerTo a body stands for a 200 with it
 */
export function senderOver(
	answerTo: (request: HubSpotRequest) => Answer | object,
): Sender & { readonly sent: HubSpotRequest[] } {
	const sent: HubSpotRequest[] = [];
	const exchange = async (request: HubSpotRequest): Promise<Answer> => {
		sent.push(request);
		const given = answerTo(request);
		return await Promise.resolve('headers' in given ? (given as Answer) : answer(200, given));
	};
	return { sent, ...createSender({ exchange, pacer: unpaced, clock: timeless, maxRetries: 0 }) };
}
