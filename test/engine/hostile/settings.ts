import { RANDOM_SEED } from '../../randomSeed';
import { SCALE, countOf } from '../../counts';

/** Of every parameter that takes a run of its own. */
export const RUN_VALUES = countOf('hostileRunValues');

/** Of every parameter that can differ from row to row, after the known ones: one run for them all. */
export const ROW_VALUES = countOf('hostileRowValues');

/** Stands in the title of every test, so that a failure can be had again. */
export const AGAIN = `TEST_COUNTS=${SCALE} RANDOM_SEED=${RANDOM_SEED}`;

export const ROWS_MS = 60_000;

const MS_PER_RUN = 60;

/** How long a test of so many runs may take. */
export const RUNS_MS = ROWS_MS + RUN_VALUES * MS_PER_RUN;
