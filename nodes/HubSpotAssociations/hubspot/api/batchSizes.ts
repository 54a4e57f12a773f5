/** Inputs per request of "batch create associations". Source: HubSpot's associations guide. */
export const CREATE_ASSOCIATIONS_MAXIMUM = 2_000;

/** Records per request of "batch read associations". Source: HubSpot's associations guide. */
export const READ_ASSOCIATIONS_MAXIMUM = 1_000;

/** Records per request of "batch read objects". Source: HubSpot's guides to each object. */
export const READ_RECORDS_MAXIMUM = 100;

/** Values of one IN filter, and records on one page of a search. Source: HubSpot's search guide. */
export const SEARCH_VALUES_MAXIMUM = 100;
export const SEARCH_PAGE_MAXIMUM = 200;

/**
 * Pages of one search. HubSpot lists 10,000 records at most (source: its search guide), which is 50 full pages; twice as many
 * leave room for pages of 100, the largest in the past.
 */
export const SEARCH_PAGES_MAXIMUM = 100;

/**
 * Pages of one record's associations: a bound of the node's own, against a list that never ends. HubSpot publishes no
 * maximum; at 500 or more per page this is half a million associations of one record.
 */
export const ASSOCIATIONS_PAGES_MAXIMUM = 1_000;

/**
 * HubSpot does not publish a maximum for its other association batches. This is where the node
 * starts; a batch refused for its size lowers it for the rest of the run.
 */
export const UNPUBLISHED_MAXIMUM = 2_000;
