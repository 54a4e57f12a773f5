import { limitsIn, readLimitsRequest, type Limit } from '../hubspot/limits';
import type { PairRead } from './pairReads';

/** The limits of one pair, in one direction. */
export const LIMITS: PairRead<Limit[]> = { request: readLimitsRequest, parse: limitsIn };
