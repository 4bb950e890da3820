import { EARLIEST_DATE } from '../answers/answer-rules.ts';
import { formatDay } from '../calendar/dates.ts';
import type { FormProblem, ReadingField, ReadingInput } from '../content.ts';
import { readCellDate } from '../import/months.ts';
import { itemsOf } from '../items.ts';
import { isPlanManager, mayAnswer, mayReadPlan } from '../people.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate, Measure, Owner } from '../rows.ts';
import { figureWords, readingsOf } from './measures-of.ts';

/** What lies this far outside all that is known of a measure, in parts of its whole range, is asked about once. */
const FAR = 1;
/** A figure as people write it: `1,250`, `-3.5`, `82 %`. */
const FIGURE = /^-?\d{1,12}(?:\.\d{1,6})?$/;

/** What was filled in, as values of a row; or what is wrong with it. */
export type ReadingOutcome =
  | {
      readonly measure: Measure;
      readonly value: number;
      readonly on: IsoDate;
      readonly problems?: undefined;
    }
  | { readonly problems: readonly FormProblem<ReadingField>[] };

/**
 * Plan managers, and whoever may answer for an item of the measure's theme, record what it stands at. Whoever sits on a
 * board or in a reference group reads.
 */
export function mayRecordReading(plan: Plan, owner: Owner, { theme }: Pick<Measure, 'theme'>): boolean {
  if (!mayReadPlan(plan, owner)) return false;
  if (isPlanManager(owner)) return true;
  return (
    theme !== null &&
    itemsOf(plan).some((item) => item.theme === theme && mayAnswer(plan, owner, item.group, item))
  );
}

/** Judges the form of a reading; says everything that is in the way at once. Never throws on what is typed. */
export function judgeReading(plan: Plan, input: ReadingInput, today: IsoDate): ReadingOutcome {
  const measure = plan.measures.find(({ key }) => key === input.measure);
  const value = readFigure(input.value);
  const on = input.on.trim() === '' ? today : readDay(input.on);
  const problem = (field: ReadingField, message: string) => ({ field, message });
  const problems: FormProblem<ReadingField>[] = [
    ...(measure === undefined ? [problem('measure', 'Choose what was counted.')] : []),
    ...(value === null ? [problem('value', 'Write the figure as a number, like 126 or 82.5.')] : []),
    ...(on === null ? [problem('on', 'Choose the day it was read, like 14/03/2022.')] : []),
    ...(on !== null && on > today
      ? [problem('on', 'That day is still to come. Choose today or before.')]
      : []),
    ...(on !== null && on < EARLIEST_DATE
      ? [problem('on', 'Choose a day from 2000 on. Check the year.')]
      : []),
  ];
  if (problems.length > 0 || measure === undefined || value === null || on === null) return { problems };
  if (input.sure !== true && isFarOff(plan, measure, value))
    return { problems: [{ field: 'value', message: farWords(plan, measure, value), held: true }] };
  return { measure, value, on };
}

/** What the person is told. */
export function recordedWords(
  measure: Measure,
  { value, on, before }: { readonly value: number; readonly on: IsoDate; readonly before: number | null },
): string {
  const now = `${measure.title}: ${figureWords(value, measure)} on ${formatDay(on)}`;
  return before === null ? `Recorded ${now}.` : `Recorded ${now}, in place of ${before}.`;
}

function readFigure(text: string): number | null {
  const plain = text.replace(/[\s,%£\u00A0]/gu, '').replace(/^[−–]/u, '-');
  return FIGURE.test(plain) ? Number(plain) : null;
}

function readDay(text: string): IsoDate | null {
  const read = readCellDate(text.trim());
  return read?.precision === 'Day' ? read.date : null;
}

/** Further from start, target and readings than these lie from each other; or below nothing where none of them is. */
function isFarOff(plan: Plan, measure: Measure, value: number): boolean {
  const known = knownOf(plan, measure);
  if (known.length === 0) return false;
  const least = Math.min(...known);
  const most = Math.max(...known);
  const range = Math.max((most - least) * FAR, Math.abs(most) * FAR, 1);
  return value > most + range || value < least - range || (value < 0 && least >= 0);
}

function knownOf(plan: Plan, { key, baseline, target }: Measure): readonly number[] {
  const read = readingsOf(plan, key).map(({ value }) => value);
  return [baseline, target, ...read].filter((figure) => figure !== null);
}

function farWords(plan: Plan, measure: Measure, value: number): string {
  const last = readingsOf(plan, measure.key).at(-1)?.value ?? measure.baseline ?? measure.target;
  return `${figureWords(value, measure)} is far from ${last}, which it stood at or is to come to. If it is right, tick that you are sure.`;
}
