import { AppError } from '../../plan/errors.ts';
import type { Tools } from './tools.ts';

/** Frames of a stack kept for the log: where, not what; a message may hold somebody's words. */
const KEPT_FRAMES = 6;
const REFERENCE_LENGTH = 8;

/**
 * What to tell a person when something could not be done. Reasons that are meant for people are told as
 * they are; anything else becomes one sentence with a reference, under which the log has the rest.
 */
export const apologyFor = (
  error: unknown,
  { log, newKey }: Pick<Tools, 'log' | 'newKey'>,
  fields: Readonly<Record<string, unknown>>,
): string => {
  if (error instanceof AppError && error.userMessage) {
    log.info({ ...fields, code: error.code }, 'A person was told why not');
    return error.userMessage;
  }
  const reference = newKey()
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, REFERENCE_LENGTH)
    .toUpperCase();
  log.error({ ...fields, reference, ...factsOf(error) }, 'A turn could not be answered');
  return `Something went wrong. Please try again. If it happens again, give this reference to whoever looks after Milepost: ${reference}.`;
};

/** What may be logged of an error: kinds, codes and places, never its text. */
export const factsOf = (error: unknown): Readonly<Record<string, unknown>> => {
  if (error instanceof AppError) return { error: error.name, code: error.code, details: error.details };
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, at: frames.slice(0, KEPT_FRAMES).map((line) => line.trim()) };
};
