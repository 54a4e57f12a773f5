import { limitsIn, readLimitsRequest, type Limit } from '../hubspot/limits/limits';
import type { PairRead } from './run/pairReads';

/** The limits of one pair, in one direction. */
export const LIMITS: PairRead<Limit[]> = { request: readLimitsRequest, parse: limitsIn };
