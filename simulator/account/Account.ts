import { resolveBehaviour, type Behaviour } from '../behaviour';
import type { AssociationCategory, AssociationDefinition } from './AssociationDefinition';
import { typeKey } from './AssociationDefinition';
import { AssociationDefinitions, type LabelOptions } from './AssociationDefinitions';
import { AssociationStore } from './AssociationStore';
import { Limits } from './Limits';
import type { ObjectType, ObjectTypeOptions } from './ObjectType';
import { ObjectTypes } from './ObjectTypes';
import { Records, type Properties } from './Records';

/** One association as a test likes to compare it. Labels in alphabetical order; the unlabeled type is not named. */
export interface AssociationView {
	fromObjectId: string;
	toObjectId: string;
	labels: string[];
}

/** One limit as a test likes to compare it. */
export interface LimitView {
	fromObjectTypeId: string;
	toObjectTypeId: string;
	category: AssociationCategory;
	typeId: number;
	label: string | null;
	maxToObjectIds: number;
}

const DEFAULT_PORTAL_ID = 62515;

/** A HubSpot account: its object types, records, labels, limits and associations, as real state. */
export class Account {
	readonly objectTypes: ObjectTypes;
	readonly definitions = new AssociationDefinitions();
	readonly store = new AssociationStore();
	readonly limits = new Limits(this.definitions, this.store);
	private readonly recordsByType = new Map<ObjectType, Records>();

	constructor(
		readonly behaviour: Behaviour = resolveBehaviour(),
		readonly portalId = DEFAULT_PORTAL_ID,
	) {
		this.objectTypes = new ObjectTypes(portalId, behaviour);
	}

	addObjectType(options: ObjectTypeOptions): ObjectType {
		return this.objectTypes.add(options);
	}

	addRecord(type: string, id: string | number, properties?: Properties): void {
		this.records(type).add(String(id), properties);
	}

	/** Adds `count` records with the ids `startId`, `startId + 1`, …; properties are optional. */
	addRecords(
		type: string,
		count: number,
		startId: number,
		propertiesOf?: (index: number) => Properties,
	): void {
		this.records(type).addMany(count, startId, propertiesOf);
	}

	records(type: string | ObjectType): Records {
		const objectType = this.typeOf(type);
		let records = this.recordsByType.get(objectType);
		if (!records) {
			records = new Records();
			this.recordsByType.set(objectType, records);
		}
		return records;
	}

	/** Adds a label in both directions; the answer is the definition as it reads from `from`. */
	addLabel(from: string, to: string, options: LabelOptions): AssociationDefinition {
		return this.definitions.addLabel(this.typeOf(from), this.typeOf(to), options);
	}

	/** Every definition from one type to the other, the unlabeled one included. */
	labels(from: string, to: string): AssociationDefinition[] {
		return [...this.definitions.pair(this.typeOf(from), this.typeOf(to)).byKey.values()];
	}

	/** @throws Error when the pair has no such type: a mistake in the test */
	definition(
		from: string,
		to: string,
		category: AssociationCategory,
		typeId: number,
	): AssociationDefinition {
		const pair = this.definitions.pair(this.typeOf(from), this.typeOf(to));
		const definition = pair.byKey.get(typeKey(category, typeId));
		if (!definition) throw new Error(`no ${category}:${typeId} from ${from} to ${to}`);
		return definition;
	}

	setLimit(
		from: string,
		to: string,
		category: AssociationCategory,
		typeId: number,
		maximum: number,
	): void {
		this.limits.set(this.definition(from, to, category, typeId), maximum);
	}

	/** Every limit of the account, in the order in which they were set. */
	limitList(): LimitView[] {
		return this.limits.entries().map(([definition, maximum]) => ({
			fromObjectTypeId: definition.from.objectTypeId,
			toObjectTypeId: definition.to.objectTypeId,
			category: definition.category,
			typeId: definition.typeId,
			label: definition.label,
			maxToObjectIds: maximum,
		}));
	}

	/** Associates two records past every rule; labels are named by their text. */
	associate(from: string, to: string, fromId: string, toId: string, labels: string[] = []): void {
		const pair = this.labels(from, to);
		const definitions = labels.map((label) => {
			const definition = pair.find((one) => one.label === label);
			if (!definition) throw new Error(`no label ${label} from ${from} to ${to}`);
			return definition;
		});
		this.store.set(this.typeOf(from), this.typeOf(to), fromId, toId, definitions);
	}

	/** Every association from one type to the other. */
	associations(from: string, to: string): AssociationView[] {
		const views: AssociationView[] = [];
		for (const [fromObjectId, associated] of this.store.all(this.typeOf(from), this.typeOf(to))) {
			for (const [toObjectId, labels] of associated) {
				const texts = labels.map((definition) => definition.label ?? '').sort();
				views.push({ fromObjectId, toObjectId, labels: texts });
			}
		}
		return views;
	}

	private typeOf(type: string | ObjectType): ObjectType {
		return typeof type === 'string' ? this.objectTypes.find(type) : type;
	}
}
