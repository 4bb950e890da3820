import { STAGES, type Stage } from '../glossary.ts';
import { readDate } from './months.ts';
import type { ParsedStatus } from './parsed-plan.ts';

/** Words plans use for a stage, besides our own. */
const STAGE_WORDS: Readonly<Record<string, Stage>> = {
  completed: 'Complete',
  done: 'Complete',
  ongoing: 'In progress',
  underway: 'In progress',
  started: 'In progress',
};

/** Reads a status: a stage in words, or a date. `null` when it is neither. */
export function readStatus(words: string): ParsedStatus | null {
  const text = words.trim().toLowerCase().replace(/\.$/, '');
  const stage = STAGES.find((one) => one.toLowerCase() === text) ?? STAGE_WORDS[text];
  if (stage !== undefined) return { words, stage, due: null, precision: null };
  const written = readDate(words);
  if (written === null) return null;
  return { words, stage: 'Not started', due: written.date, precision: written.precision };
}
