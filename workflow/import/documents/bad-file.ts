import { AppError } from '../../../plan/errors.ts';

/**
 * A file that cannot be used as it is.
 * @param what ends the sentence "The file …", and says what to do: `is empty. Save it again and send it again.`
 */
export function badFile(what: string, cause?: unknown): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: `The file ${what}`,
    userMessage: `The file ${what}`,
    cause,
  });
}
