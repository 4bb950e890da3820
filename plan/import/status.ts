import { STAGES, type Stage } from '../glossary.ts';
import { readDate } from './months.ts';
import type { ParsedStatus } from './parsed-plan.ts';

/** Words plans use for a stage, besides our own. */
const STAGE_WORDS: Readonly<Record<Stage, readonly string[]>> = {
  'Not started': [
    'not yet started',
    'to do',
    'todo',
    'to start',
    'not begun',
    'planned',
    'pending',
    'outstanding',
  ],
  'In progress': [
    'ongoing',
    'on going',
    'underway',
    'under way',
    'started',
    'begun',
    'on track',
    'active',
    'wip',
  ],
  'Waiting on others': ['on hold', 'waiting', 'blocked', 'paused', 'stalled', 'awaiting others'],
  'Done awaiting sign-off': [
    'awaiting sign off',
    'awaiting approval',
    'done awaiting sign off',
    'for sign off',
  ],
  Complete: ['completed', 'done', 'finished', 'closed', 'delivered', 'achieved', 'reached', 'met'],
  Embedded: ['business as usual', 'bau'],
  Withdrawn: ['cancelled', 'canceled', 'superseded', 'no longer required', 'not taken forward', 'rejected'],
};

/** The stage that words name, as plans write it; `null` for none. */
export function readStage(words: string): Stage | null {
  const text = words
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return (
    STAGES.find(
      (stage) => stage.toLowerCase().replace('-', ' ') === text || STAGE_WORDS[stage].includes(text),
    ) ?? null
  );
}

/** Reads a status: a stage in words, or a date. `null` when it is neither. */
export function readStatus(words: string): ParsedStatus | null {
  const stage = readStage(words);
  if (stage !== null) return { words, stage, due: null, precision: null };
  const written = readDate(words);
  if (written === null) return null;
  return { words, stage: 'Not started', due: written.date, precision: written.precision };
}
