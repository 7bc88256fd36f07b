/** How long the run may still take, and how long after the end it may look once more. */
export interface Deadline {
  /** Aborts when the run is out of time or cancelled. */
  readonly signal: AbortSignal;
  /** A short extra time for reading back after that; it starts with the first call and is the same ever after. */
  grace(): AbortSignal;
}
