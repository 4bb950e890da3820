import { EARLIEST_DATE, TEXT_LIMIT } from '../answers/answer-rules.ts';
import { todayIn } from '../calendar/dates.ts';
import type { EngagementInput, FormProblem } from '../content.ts';
import { ENGAGEMENT_ANSWERS, type EngagementAnswer } from '../glossary.ts';
import { readCellDate } from '../import/months.ts';
import { TITLE_LIMIT } from '../meeting-record/new-action.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Engagement, IsoDate } from '../rows.ts';
import { heldBack } from '../safeguarding/held-back.ts';
import { readVoices } from './voices.ts';

/** Fields of the form of an entry. */
export type EngagementField = Exclude<keyof EngagementInput, 'checked'>;
type Problem = FormProblem<EngagementField>;

/** What was filled in, as values of a row; or what is wrong with it. */
export type EngagementOutcome =
  | { readonly values: EngagementValues; readonly problems?: undefined }
  | { readonly problems: readonly Problem[]; readonly values?: undefined };

export type EngagementValues = Omit<Engagement, 'key' | 'itemId' | 'recordedBy'>;

/** Says what is missing with each answer: it is read out to those who asked. */
const WHY_MISSING: Readonly<Record<EngagementAnswer, string>> = {
  'We did': 'Say what was done.',
  'We are doing it': 'Say what is being done.',
  'We could not': 'Say why it could not be done.',
};

/**
 * Judges an entry of the engagement log; says everything that is in the way at once. Never throws on what is typed. People
 * are counted and never named: what looks like a child's name is held back, as it is of answers.
 */
export function judgeEngagement(
  plan: Plan,
  input: EngagementInput,
  now: Temporal.Instant,
): EngagementOutcome {
  const today = todayIn(now, plan.settings.timeZone);
  const title = input.title.replace(/\s+/gu, ' ').trim();
  const texts = { purpose: tidy(input.purpose), said: tidy(input.said), outcome: tidy(input.outcome) };
  const on = readDay(input.on);
  const voices = readVoices(input.voices);
  const theme = input.theme.trim();
  const answer = ENGAGEMENT_ANSWERS.find((one) => one === input.answer.trim()) ?? null;
  const problems: Problem[] = [
    ...badTitle(title),
    ...badDay(on, today),
    ...Object.entries(texts).flatMap(([field, text]) => tooLong(field as keyof typeof texts, text)),
    ...problemIf(
      texts.purpose === '' && texts.said === '' && texts.outcome === '',
      'said',
      'Say what it was about, or what they said.',
    ),
    ...problemIf(
      voices === undefined,
      'voices',
      'How many people were there? Write a whole number, like 12.',
    ),
    ...problemIf(
      theme !== '' && !indexOf(plan).themes.has(theme),
      'theme',
      'This theme is not in the plan. Choose one from the list, or none.',
    ),
    ...problemIf(
      input.answer.trim() !== '' && answer === null,
      'answer',
      `Choose one of: ${ENGAGEMENT_ANSWERS.join(', ')}.`,
    ),
    ...problemIf(
      answer !== null && texts.outcome === '',
      'outcome',
      answer === null ? '' : WHY_MISSING[answer],
    ),
    ...heldBack({ title, ...texts }, input.checked === true, today),
  ];
  if (problems.length > 0) return { problems };
  return {
    values: {
      title,
      on,
      purpose: texts.purpose || null,
      said: texts.said || null,
      outcome: texts.outcome || null,
      theme: theme || null,
      answer,
      voices: voices ?? null,
    },
  };
}

/** What somebody who opens an entry finds in its form. */
export function inputOf(row: Engagement): EngagementInput {
  return {
    title: row.title,
    on: row.on ?? '',
    purpose: row.purpose ?? '',
    said: row.said ?? '',
    outcome: row.outcome ?? '',
    theme: row.theme ?? '',
    answer: row.answer ?? '',
    voices: row.voices == null ? '' : String(row.voices),
  };
}

/** What came of it: all that is for those to say who may complete an entry and not correct it. */
const COMPLETED_BY_OTHERS: readonly EngagementField[] = ['answer', 'outcome'];

/** What somebody changed who may only say what came of it. */
export function correctedByOthers(before: EngagementInput, typed: EngagementInput): readonly Problem[] {
  const { checked: _checked, ...fields } = typed;
  return (Object.keys(fields) as EngagementField[])
    .filter((field) => !COMPLETED_BY_OTHERS.includes(field) && typed[field] !== before[field])
    .map((field) => ({
      field,
      message: 'Only whoever recorded this entry and plan managers change it. Say only what came of it.',
    }));
}

function badTitle(title: string): Problem[] {
  if (title === '') return [{ field: 'title', message: 'Say which group was met.' }];
  if (title.length <= TITLE_LIMIT) return [];
  return [
    { field: 'title', message: `This is too long: ${title.length} characters. Keep it to ${TITLE_LIMIT}.` },
  ];
}

function badDay(on: IsoDate | null, today: IsoDate): Problem[] {
  if (on === null) return [{ field: 'on', message: 'Choose the day it was, like 14/03/2022.' }];
  if (on > today) return [{ field: 'on', message: 'That day is still to come. Record it once it has been.' }];
  return problemIf(on < EARLIEST_DATE, 'on', 'Choose a day from 2000 on. Check the year.');
}

function tooLong(field: EngagementField, text: string): Problem[] {
  return problemIf(
    text.length > TEXT_LIMIT,
    field,
    `This is too long: ${text.length} characters. Keep it to ${TEXT_LIMIT}.`,
  );
}

function problemIf(holds: boolean, field: EngagementField, message: string): Problem[] {
  return holds ? [{ field, message }] : [];
}

function tidy(text: string): string {
  return text.replace(/\r\n?/gu, '\n').trim();
}

function readDay(text: string): IsoDate | null {
  const read = readCellDate(text.trim());
  return read?.precision === 'Day' ? read.date : null;
}
