/** Time as the pure parts see it. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Waits; ends early, without throwing, when the execution is cancelled. */
	sleep(milliseconds: number): Promise<void>;
	/** Between 0 and 1. */
	random(): number;
	isCancelled(): boolean;
}
