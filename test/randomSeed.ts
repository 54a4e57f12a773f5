/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** In CI every commit is held to the same generated cases, so that a red one is the commit's own doing. */
const SEED_IN_CI = '20261124';

const SEEDS = 2 ** 31;

/** Generates the same cases again; absent, each run generates its own, as developers and the nightly run do. */
const asked = process.env.RANDOM_SEED ?? (process.env.CI ? SEED_IN_CI : undefined);

export const RANDOM_SEED = (asked === undefined ? Date.now() : Number(asked)) % SEEDS;
