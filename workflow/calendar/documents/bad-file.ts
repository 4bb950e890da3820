import { AppError } from '../../../plan/errors.ts';

/**
 * A calendar that cannot be used as it is.
 * @param what ends the sentence "The calendar file …", and says what to do
 */
export function badFile(what: string, cause?: unknown): AppError {
  const message = `The calendar file ${what}`;
  return new AppError({ code: 'BAD_INPUT', message, userMessage: message, cause });
}
