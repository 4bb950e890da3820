import { AppError } from '../../plan/errors.ts';
import type { Submission } from '../cards/submission.ts';
import { factsOf } from '../log-facts.ts';
import type { Tools } from './tools.ts';

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

/** What may be logged of a press. */
export const factsOfPress = ({ data }: Submission): Readonly<Record<string, unknown>> => ({
  verb: data.verb,
  ...('planId' in data ? { planId: data.planId } : {}),
});
