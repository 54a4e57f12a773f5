/** Time for the parts that know nothing of n8n. */
export interface Clock {
	/** Milliseconds that have passed since some moment; it never goes back, even if the computer's clock is reset. */
	now(): number;
	/** The computer's time in milliseconds since 1970, only to compare with dates from outside. */
	date(): number;
	/** Waits; ends early, without throwing, when the execution is cancelled. */
	sleep(milliseconds: number): Promise<void>;
	/** Between 0 and 1. */
	random(): number;
	isCancelled(): boolean;
}
