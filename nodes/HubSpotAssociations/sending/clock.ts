/** Time as the pure parts see it. */
export interface Clock {
	/** Milliseconds that have passed since some moment; it never goes back, even if the computer's time is set anew. */
	now(): number;
	/** The computer's time in milliseconds since 1970, for dates from outside alone. */
	date(): number;
	/** Waits; ends early, without throwing, when the execution is cancelled. */
	sleep(milliseconds: number): Promise<void>;
	/** Between 0 and 1. */
	random(): number;
	isCancelled(): boolean;
}
