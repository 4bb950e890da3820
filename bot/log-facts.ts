import { AppError } from '../plan/errors.ts';

/** Frames of a stack kept for the log: where, not what. */
const KEPT_FRAMES = 6;

/** What may be logged of an error: kinds, codes and places, never its text, which may hold somebody's words. */
export const factsOf = (error: unknown): Readonly<Record<string, unknown>> => {
  if (error instanceof AppError) return { error: error.name, code: error.code, details: error.details };
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, at: frames.slice(0, KEPT_FRAMES).map((line) => line.trim()) };
};
