import { AppError } from '../errors.ts';
import type { ParsedPlan } from './parsed-plan.ts';

/**
 * Reads the text of a published plan.
 *
 * @throws {AppError} `NOT_A_PLAN` when no table of recommendations is found.
 */
export function parsePublishedPlan(text: string): ParsedPlan {
  throw new AppError({ code: 'NOT_A_PLAN', message: `Reading a plan of ${text.length} characters: not yet` });
}
