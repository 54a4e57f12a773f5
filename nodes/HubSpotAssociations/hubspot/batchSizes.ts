/** Inputs per request of "batch create associations". Source: HubSpot's associations guide. */
export const CREATE_ASSOCIATIONS_MAXIMUM = 2_000;

/**
 * HubSpot does not publish a maximum for its other association batches. This is where the node
 * starts; a batch that is refused for its size lowers it for the rest of the run.
 */
export const UNPUBLISHED_MAXIMUM = 2_000;
