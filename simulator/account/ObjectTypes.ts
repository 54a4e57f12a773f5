import { unknownObjectType } from '../http/errors';
import type { Behaviour } from '../behaviour';
import {
	customObjectType,
	standardObjectTypes,
	type ObjectType,
	type ObjectTypeOptions,
} from './ObjectType';

/** The account's object types, found by every name that HubSpot accepts for them. */
export class ObjectTypes {
	private readonly byId = new Map<string, ObjectType>();
	private readonly byName = new Map<string, ObjectType>();

	constructor(
		private readonly portalId: number,
		private readonly behaviour: Behaviour,
	) {
		for (const type of standardObjectTypes()) {
			const { [type.objectTypeId]: further = [] } = behaviour.furtherObjectNames;
			this.keep(type, [type.name, type.pluralName, ...further]);
		}
	}

	/** Adds a custom object. Its id is the next free 2-N unless one is given. */
	add(options: ObjectTypeOptions): ObjectType {
		const objectTypeId = options.objectTypeId ?? this.nextFreeId();
		const type = customObjectType(this.portalId, objectTypeId, options);
		// p_{name} is the short form of the full name. Source: HubSpot's developer changelog,
		// "Removed Support for Referencing Custom Object Types by Base Name".
		const names = [type.fullyQualifiedName ?? type.name, `p_${type.name}`];
		if (this.behaviour.customObjectBareNames) names.push(type.name, type.pluralName);
		this.keep(type, names);
		return type;
	}

	/** @throws HubSpotError 400 "Unable to infer object type" */
	find(nameOrId: string): ObjectType {
		const type = this.byId.get(nameOrId) ?? this.byName.get(nameOrId.toLowerCase());
		if (!type) throw unknownObjectType(nameOrId);
		return type;
	}

	all(): ObjectType[] {
		return [...this.byId.values()];
	}

	custom(): ObjectType[] {
		return this.all().filter((type) => type.custom);
	}

	private nextFreeId(): string {
		let number = this.byId.size + 1;
		while (this.byId.has(`2-${number}`)) number++;
		return `2-${number}`;
	}

	private keep(type: ObjectType, names: readonly string[]): void {
		this.byId.set(type.objectTypeId, type);
		for (const name of names) this.byName.set(name.toLowerCase(), type);
	}
}
