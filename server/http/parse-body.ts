import type { z } from 'zod';
import { AppError } from '../../plan/errors.ts';

/**
 * What was sent, once it is what `schema` asks for.
 * @param faulty what is wrong, for the log and for the person, who is told what to do
 * @throws AppError `BAD_INPUT`
 */
export function parseBody<Body>(
  schema: z.ZodType<Body>,
  body: unknown,
  faulty: { readonly message: string; readonly userMessage: string },
): Body {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError({ code: 'BAD_INPUT', ...faulty });
}
