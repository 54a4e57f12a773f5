import type { Resource } from '../resource';
import * as create from './create.operation';

export const association: Resource = {
	option: { name: 'Association', value: 'association' },
	operations: [create],
	defaultOperation: create.option.value,
};
