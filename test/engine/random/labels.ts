import fc from 'fast-check';
import { labelChangeRuns } from './labelChanges';
import { newLabelRuns } from './newLabels';
import type { Scenario } from './scenario';

export const labelRuns: fc.Arbitrary<Scenario> = fc.oneof(newLabelRuns, labelChangeRuns);
