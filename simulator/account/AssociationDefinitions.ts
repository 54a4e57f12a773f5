import {
	typeKey,
	type AssociationCategory,
	type AssociationDefinition,
} from './AssociationDefinition';
import type { ObjectType } from './ObjectType';
import { STANDARD_ASSOCIATION_TYPES } from './standardAssociationTypes';

/** Everything that can stand between two object types in one direction, by {@link typeKey}. */
export interface PairDefinitions {
	readonly unlabeled: AssociationDefinition;
	readonly byKey: Map<string, AssociationDefinition>;
}

export interface LabelOptions {
	label: string;
	/** Absent: made from the label's text. */
	name?: string;
	/** Absent: the label reads the same both ways. */
	inverseLabel?: string;
	category?: AssociationCategory;
	typeId?: number;
	inverseTypeId?: number;
}

/** Type ids of pairs that HubSpot's guide does not list begin here. */
const FIRST_UNLISTED_TYPE_ID = 1001;

/** Ids of labels for which none is asked begin here; a test that asks for one stays below or far above. */
const FIRST_USER_TYPE_ID = 101;

/** The account's association types: HubSpot's own and the labels that its users made. */
export class AssociationDefinitions {
	private readonly pairs = new Map<string, PairDefinitions>();
	private nextUnlistedTypeId = FIRST_UNLISTED_TYPE_ID;
	private nextUserTypeId = FIRST_USER_TYPE_ID;

	/** The definitions of one direction, made with the unlabeled type when the pair is first named. */
	pair(from: ObjectType, to: ObjectType): PairDefinitions {
		return this.pairs.get(pairKey(from, to)) ?? this.openPair(from, to);
	}

	/** Adds a label in both directions and gives it as it reads from `from`. */
	addLabel(from: ObjectType, to: ObjectType, options: LabelOptions): AssociationDefinition {
		this.pair(from, to);
		const symmetric = from === to && options.inverseLabel === undefined;
		const typeId = options.typeId ?? this.nextUserTypeId++;
		const inverseTypeId = symmetric ? typeId : (options.inverseTypeId ?? this.nextUserTypeId++);
		return this.define(from, to, options.category ?? 'USER_DEFINED', {
			typeId,
			inverseTypeId,
			name: options.name ?? nameOf(options.label),
			label: options.label,
			inverseLabel: options.inverseLabel ?? options.label,
		});
	}

	/** Removes both directions. A pair that loses its unlabeled type is opened again when it is next named. */
	delete(definition: AssociationDefinition): void {
		for (const one of [definition, definition.inverse]) {
			if (one.label === null) this.pairs.delete(pairKey(one.from, one.to));
			else this.pair(one.from, one.to).byKey.delete(typeKey(one.category, one.typeId));
		}
	}

	/** Whether a label of any pair has this internal name: HubSpot keeps names unique in the account. */
	hasName(name: string): boolean {
		for (const { byKey } of this.pairs.values()) {
			for (const one of byKey.values()) if (one.name === name) return true;
		}
		return false;
	}

	/** Every pair in use, for the calls that read the whole account. */
	used(): PairDefinitions[] {
		return [...this.pairs.values()];
	}

	private openPair(from: ObjectType, to: ObjectType): PairDefinitions {
		const custom = from.custom || to.custom;
		const category = custom ? 'USER_DEFINED' : 'HUBSPOT_DEFINED';
		const standard = STANDARD_ASSOCIATION_TYPES.filter((type) => joins(type, from, to));
		if (!standard.some((type) => type.label === null)) {
			const nextId = () => (custom ? this.nextUserTypeId++ : this.nextUnlistedTypeId++);
			const typeId = nextId();
			const inverseTypeId = from === to ? typeId : nextId();
			this.define(from, to, category, { typeId, inverseTypeId, label: null, inverseLabel: null });
		}
		for (const type of standard) {
			const turned = type.from !== from.objectTypeId;
			this.define(turned ? to : from, turned ? from : to, category, type);
		}
		return this.pairs.get(pairKey(from, to)) as PairDefinitions;
	}

	private define(
		from: ObjectType,
		to: ObjectType,
		category: AssociationCategory,
		type: {
			typeId: number;
			inverseTypeId: number;
			name?: string;
			label: string | null;
			inverseLabel: string | null;
		},
	): AssociationDefinition {
		const name = type.name ?? [from.name, 'to', to.name, ...nameWords(type.label)].join('_');
		const forward = { category, typeId: type.typeId, name, label: type.label, from, to };
		const definition = forward as AssociationDefinition;
		definition.inverse = definition;
		if (from !== to || type.typeId !== type.inverseTypeId) {
			definition.inverse = {
				category,
				typeId: type.inverseTypeId,
				name,
				label: type.inverseLabel,
				from: to,
				to: from,
				inverse: definition,
			};
			this.keep(definition.inverse);
		}
		this.keep(definition);
		return definition;
	}

	private keep(definition: AssociationDefinition): void {
		const key = pairKey(definition.from, definition.to);
		let pair = this.pairs.get(key);
		if (!pair) {
			pair = { unlabeled: definition, byKey: new Map() };
			this.pairs.set(key, pair);
		}
		const typed = typeKey(definition.category, definition.typeId);
		if (pair.byKey.has(typed)) throw new Error(`${typed} is taken from ${key}`);
		pair.byKey.set(typed, definition);
	}
}

function nameWords(label: string | null): string[] {
	return label?.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function nameOf(label: string): string {
	return nameWords(label).join('_');
}

function pairKey(from: ObjectType, to: ObjectType): string {
	return `${from.objectTypeId}>${to.objectTypeId}`;
}

function joins(
	type: { readonly from: string; readonly to: string },
	from: ObjectType,
	to: ObjectType,
): boolean {
	const straight = type.from === from.objectTypeId && type.to === to.objectTypeId;
	return straight || (type.from === to.objectTypeId && type.to === from.objectTypeId);
}
