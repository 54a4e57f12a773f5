/** What HubSpot does where no source says: each answer can be chosen, so that a client is tested with both. */
export interface Behaviour {
	/** A limit is created where there is one already. */
	limitCreateOverExisting: 'conflict' | 'overwrite';
	/** A limit is updated where there is none. Seen to create it. */
	limitUpdateWithoutLimit: 'create' | 'refuse';
	/** The largest maximum a limit may have. HubSpot's settings page stops at 10,000. */
	largestLimit: number;
	/** Whether the result of a limit that was set names its maximum: HubSpot's OpenAPI documents let it be absent. */
	limitResultsNameMaximum: boolean;
	/** How many inputs a call takes; one more refuses the whole batch. */
	batchMaximum: BatchMaximum;
	/** Whether a created association is answered once or once for each direction. */
	resultDirections: 'one' | 'both';
	/** Whether the unlabeled call answers each association for both directions. Live accounts did either. */
	defaultResultDirections: 'one' | 'both';
	/** Record ids as numbers, as live accounts answered them; HubSpot's OpenAPI documents have strings. */
	numericIds: boolean;
	/** Whether the list of all limits names the other direction of a limit, with null. Observed. */
	listsDirectionsWithoutLimit: boolean;
	/** Archive, labels/archive and purge: as the version's document says, or always 204. */
	removalAnswer: 'documented' | 'noContent';
	/** Associated records in one page of a batch read. */
	readPageSize: number;
	/** Labels that a pair of object types can have. Observed: 50; HubSpot's guide says 10. */
	labelsPerPair: number;
	/** A label is renamed without `inverseLabel`. Observed: the text is put on both sides. */
	renameWithoutInverse: 'bothSides' | 'oneSide';
	/** Whether an internal name can be used once in the account. Observed. */
	labelNamesAreUnique: boolean;
	/** Whether the unlabeled call serves pairs with a custom object. Workato's manual says it does not. */
	defaultCallServesCustomObjects: boolean;
	/** Whether a custom object may be named by its bare name. HubSpot says no longer. */
	customObjectBareNames: boolean;
	/** Names of HubSpot's own objects, by type id, beside those in its documents. */
	furtherObjectNames: Readonly<Record<string, readonly string[]>>;
	/** The same pair twice in one batch of creates. */
	duplicateInBatch: 'accept' | 'refuse';
	/** Creating with nothing but the unlabeled type on a pair that has labels. */
	unlabeledTypeOnLabeledPair: 'keepLabels' | 'removeLabels';
	/** Whether the error about a wrong association type also names the two records. Recorded traffic does not. */
	typeErrorNamesRecords: boolean;
	/** Whether requests that were answered 429 count towards the next window. */
	refusedRequestsCount: boolean;
}

export interface BatchMaximum {
	create: number;
	associateDefault: number;
	read: number;
	archive: number;
	labelsArchive: number;
	limits: number;
	objectsRead: number;
}

/** Sizes from HubSpot's guides where they name one (create, read, objectsRead); else as large as create. */
const BATCH_MAXIMUM: BatchMaximum = {
	create: 2000,
	associateDefault: 2000,
	read: 1000,
	archive: 2000,
	labelsArchive: 2000,
	limits: 2000,
	objectsRead: 100,
};

export type BehaviourOptions = Partial<Omit<Behaviour, 'batchMaximum'>> & {
	batchMaximum?: Partial<BatchMaximum>;
};

export function resolveBehaviour(options: BehaviourOptions = {}): Behaviour {
	return {
		limitCreateOverExisting: 'conflict',
		limitUpdateWithoutLimit: 'create',
		largestLimit: 10_000,
		limitResultsNameMaximum: true,
		resultDirections: 'one',
		defaultResultDirections: 'both',
		numericIds: true,
		listsDirectionsWithoutLimit: true,
		removalAnswer: 'documented',
		readPageSize: 500,
		labelsPerPair: 50,
		renameWithoutInverse: 'bothSides',
		labelNamesAreUnique: true,
		defaultCallServesCustomObjects: false,
		customObjectBareNames: false,
		furtherObjectNames: {},
		duplicateInBatch: 'accept',
		unlabeledTypeOnLabeledPair: 'keepLabels',
		typeErrorNamesRecords: false,
		refusedRequestsCount: false,
		...options,
		batchMaximum: { ...BATCH_MAXIMUM, ...options.batchMaximum },
	};
}
