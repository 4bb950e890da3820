/** Where time comes from. Everything that decides takes `now`; only the edges ask this. */
export interface Clock {
  now(): Temporal.Instant;
}
