import { association } from './association';
import { associationLabel } from './associationLabel';
import { associationLimit } from './associationLimit';
import type { Resource } from './resource';

/** Everything that the node can do, in alphabetical order. */
export const RESOURCES: readonly Resource[] = [association, associationLabel, associationLimit];
