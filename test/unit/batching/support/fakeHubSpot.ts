import type { Answer } from '../../../../nodes/HubSpotAssociations/hubspot/api/answer';
import type { HubSpotRequest } from '../../../../nodes/HubSpotAssociations/hubspot/api/endpoints';
import { answer, dailyLimited, lost, rateLimited, refusal, unreadable } from './answers';
import type { VirtualClock } from './virtualClock';

/** What the fake does to one request instead of answering it well. */
export type Fault =
	| 'none'
	| 'rolling'
	| 'rollingRetryAfter'
	| 'locked'
	| 'migrating'
	| 'unavailable'
	| 'lostBefore'
	| 'lostAfter'
	| 'unreadableAfter'
	| 'gatewayTimeoutAfter'
	| 'daily'
	| 'unauthorized'
	| 'forbidden'
	| 'notFound';

/** How the fake says that an input is guilty. */
export type Guilt = 'error' | 'refusalNamed' | 'refusalUnnamed' | 'silence';

export interface FakeSettings {
	readonly guilt: Guilt;
	/** From-record ids that do not exist. */
	readonly guiltyIds: ReadonlySet<string>;
	/** The most inputs that it takes, and the status with which it refuses more. */
	readonly maximum: number;
	readonly sizeStatus: 400 | 413;
	readonly successStatus: 200 | 201 | 207;
	readonly isReversed: boolean;
	readonly bothDirections: boolean;
	readonly numericIds: boolean;
	/** One for each request in the order of arrival; none after the last. */
	readonly faults: readonly Fault[];
	/** How long each request takes, taken in turn. */
	readonly delays: readonly number[];
}

export interface Exchange {
	readonly path: string;
	readonly keys: readonly string[];
	readonly text: string;
	readonly startedAt: number;
	endedAt: number;
	/** The inputs that came to be by this request. */
	made: readonly string[];
	answer?: Answer;
}

interface Body {
	readonly inputs: ReadonlyArray<{ from: { id: string }; to: { id: string }; types?: unknown }>;
}

type Input = Body['inputs'][number];

const keyOf = ({ from, to }: Input): string => `${from.id}>${to.id}`;

const MIGRATION_SECONDS = '5';

const FAULTY: Readonly<Record<Exclude<Fault, 'none'>, { applies: boolean; answer(): Answer }>> = {
	rolling: { applies: false, answer: () => rateLimited() },
	rollingRetryAfter: { applies: false, answer: () => rateLimited({ 'retry-after': '3' }) },
	locked: { applies: false, answer: () => answer(423) },
	migrating: {
		applies: false,
		answer: () => answer(477, '', { 'retry-after': MIGRATION_SECONDS }),
	},
	unavailable: { applies: false, answer: () => answer(503, '<html>unavailable</html>') },
	lostBefore: { applies: false, answer: () => lost() },
	lostAfter: { applies: true, answer: () => lost() },
	unreadableAfter: { applies: true, answer: unreadable },
	gatewayTimeoutAfter: { applies: true, answer: () => answer(504) },
	daily: { applies: false, answer: dailyLimited },
	unauthorized: { applies: false, answer: () => refusal(401, 'Authentication is needed') },
	forbidden: { applies: false, answer: () => refusal(403, 'Scopes are missing') },
	notFound: { applies: false, answer: () => refusal(404, 'Nothing is here') },
};

/** A simple model of HubSpot's batch create for contacts and companies: the pure core's other side. */
export class FakeHubSpot {
	readonly state = new Set<string>();
	readonly exchanges: Exchange[] = [];
	mostAtOnce = 0;
	private active = 0;

	constructor(
		private readonly clock: VirtualClock,
		private readonly settings: FakeSettings,
	) {}

	exchange = async (request: HubSpotRequest): Promise<Answer> => {
		const { inputs } = request.body as Body;
		const { delays, faults } = this.settings;
		const order = this.exchanges.length;
		const exchange: Exchange = {
			path: request.path,
			keys: inputs.map(keyOf),
			text: JSON.stringify(request),
			startedAt: this.clock.now(),
			endedAt: Infinity,
			made: [],
		};
		this.exchanges.push(exchange);
		this.mostAtOnce = Math.max(this.mostAtOnce, ++this.active);
		await this.clock.pass(delays.length > 0 ? delays[order % delays.length] : 1);
		const given = this.answerTo(inputs, exchange, faults[order] ?? 'none');
		this.active--;
		exchange.endedAt = this.clock.now();
		exchange.answer = given;
		return given;
	};

	private answerTo(inputs: Body['inputs'], exchange: Exchange, fault: Fault): Answer {
		if (fault === 'none') return this.apply(inputs, exchange);
		if (FAULTY[fault].applies) this.apply(inputs, exchange);
		return FAULTY[fault].answer();
	}

	private apply(inputs: Body['inputs'], exchange: Exchange): Answer {
		const { guiltyIds, maximum, sizeStatus, guilt } = this.settings;
		if (inputs.length > maximum) {
			return refusal(sizeStatus, `The batch size of ${inputs.length} is over the maximum`);
		}
		const guilty = inputs.filter(({ from }) => guiltyIds.has(from.id));
		if (guilty.length > 0 && guilt === 'refusalUnnamed') return refusal(400, 'Something is wrong');
		if (guilty.length > 0 && guilt === 'refusalNamed') {
			return refusal(400, notFound(guilty[0]), { fromObjectId: [guilty[0].from.id] });
		}
		const made = inputs.filter(({ from }) => !guiltyIds.has(from.id));
		exchange.made = made.map(keyOf);
		for (const key of exchange.made) this.state.add(key);
		return this.success(exchange.path, made, guilt === 'silence' ? [] : guilty);
	}

	private success(path: string, made: readonly Input[], guilty: readonly Input[]): Answer {
		const { successStatus, isReversed, bothDirections } = this.settings;
		const read = path.endsWith('default') ? this.unlabeled : this.labeled;
		const results = made.flatMap((input) =>
			bothDirections ? [read(input, false), read(input, true)] : [read(input, false)],
		);
		if (isReversed) results.reverse();
		const errors = guilty.map((input) => ({
			category: 'OBJECT_NOT_FOUND',
			subCategory: 'crm.associations.FROM_OBJECT_NOT_FOUND',
			message: notFound(input),
			context: { objectType: ['contact'], id: [input.from.id] },
		}));
		return answer(successStatus, { status: 'COMPLETE', results, errors });
	}

	private id(text: string): string | number {
		return this.settings.numericIds ? Number(text) : text;
	}

	private labeled = ({ from, to }: Input, isInverse: boolean): object => ({
		fromObjectTypeId: isInverse ? '0-2' : '0-1',
		fromObjectId: this.id(isInverse ? to.id : from.id),
		toObjectTypeId: isInverse ? '0-1' : '0-2',
		toObjectId: this.id(isInverse ? from.id : to.id),
		labels: ['Buyer'],
	});

	private unlabeled = ({ from, to }: Input, isInverse: boolean): object => ({
		from: { id: this.id(isInverse ? to.id : from.id) },
		to: { id: this.id(isInverse ? from.id : to.id) },
		associationSpec: {
			associationCategory: 'HUBSPOT_DEFINED',
			associationTypeId: isInverse ? 280 : 279,
		},
	});
}

export function notFound({ from }: { from: { id: string } }): string {
	return `No contact with ID ${from.id} exists`;
}
