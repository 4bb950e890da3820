import type { z } from 'zod';
import { AppError } from '../plan/errors.ts';

/**
 * Reads an answer into its type.
 * @throws AppError `GRAPH` when it is something else
 */
export function readAnswer<T>(schema: z.ZodType<T>, answer: unknown, subject: string): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path }) => path.join('.') || 'the whole answer').join(', ');
  throw new AppError({
    code: 'GRAPH',
    message: `Microsoft Graph answered ${subject} in a form Milepost doesn't know, at: ${where}`,
    userMessage:
      'SharePoint or Teams gave an answer Milepost could not read. Please try again in a few minutes.',
    details: { subject },
  });
}
