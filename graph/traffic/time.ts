export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
/** Whole seconds that any minute may touch, besides the one it ends in. */
export const WINDOW_SECONDS = 60;
/** Whole hours that any day may touch, besides the one it ends in. */
export const DAY_HOURS = 24;
