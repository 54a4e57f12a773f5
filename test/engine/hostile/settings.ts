/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** Of every parameter that takes a run of its own; `npm run test:hostile` asks for 5,000. */
export const RUN_VALUES = Number(process.env.HOSTILE_VALUES ?? 200);

/** Of every parameter that can differ from row to row: one run for them all. */
export const ROW_VALUES = Math.max(5_000, RUN_VALUES);

/** Named in the title of every test, so that a failure can be had again. */
export const SEED = Number(process.env.HOSTILE_SEED ?? Date.now() % 2 ** 31);

export const ROWS_MS = 60_000;

const MS_PER_RUN = 60;

/** How long a test of so many runs may take. */
export const RUNS_MS = ROWS_MS + RUN_VALUES * MS_PER_RUN;
