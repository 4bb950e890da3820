import type { ClosureField, ClosureInput, FormProblem } from '../content.ts';
import { NEW_CLOSURE_KINDS } from '../glossary.ts';
import { readCellDate } from '../import/months.ts';
import type { Plan } from '../plan.ts';
import type { Closure, IsoDate } from '../rows.ts';
import { heldBack } from '../safeguarding/held-back.ts';
import { LONGEST_CLOSURE_DAYS, stretchOf } from './closures.ts';
import { formatShortDay } from './dates.ts';

const LONGEST_TITLE = 255;

/** What was filled in, as values of a row; or what is wrong with it. */
export type ClosureOutcome =
  | {
      readonly values: Pick<Closure, 'title' | 'fromDate' | 'toDate' | 'kind' | 'groups'>;
      readonly problems?: undefined;
    }
  | { readonly problems: readonly FormProblem<ClosureField>[]; readonly values?: undefined };

/** Judges the form of a closure. Days are read as people write them. */
export function judgeClosure(plan: Plan, input: ClosureInput, today: IsoDate): ClosureOutcome {
  const title = input.title.replace(/\s+/gu, ' ').trim();
  const from = readDay(input.from);
  const to = input.to.trim() === '' ? from : readDay(input.to);
  const kind = NEW_CLOSURE_KINDS.find((one) => one === input.kind) ?? null;
  const groups = input.groups.filter((key) => plan.groups.some((group) => group.key === key));
  const stretch = stretchOf({ fromDate: from, toDate: to });
  const problem = (field: ClosureField, message: string) => ({ field, message });
  const problems: FormProblem<ClosureField>[] = [
    ...(title === '' ? [problem('title', 'Say what it is, like “Half term”.')] : []),
    ...(title.length > LONGEST_TITLE
      ? [problem('title', `This is too long. Keep it to ${LONGEST_TITLE} characters.`)]
      : []),
    ...heldBack<ClosureField>({ title }, input.checked === true, today),
    ...(from === null ? [problem('from', 'Choose its first day, like 14/02/2022.')] : []),
    ...(to === null && from !== null
      ? [problem('to', 'Choose its last day, or leave it empty for one day.')]
      : []),
    ...(from !== null && to !== null && to < from
      ? [problem('to', `The last day can’t be before the first, ${formatShortDay(from)}.`)]
      : []),
    ...(from !== null && to !== null && to >= from && stretch === null
      ? [problem('to', `Days from 1990 to 2099, at most ${LONGEST_CLOSURE_DAYS} at a time.`)]
      : []),
    ...(stretch !== null && stretch.to < today ? [problem('to', 'This is over already.')] : []),
    ...(kind === null ? [problem('kind', 'Choose what these days are.')] : []),
    ...(groups.length < input.groups.length
      ? [problem('groups', 'One of these groups is no longer in the plan. Choose again.')]
      : []),
    ...(kind === 'Closed' && groups.length > 0
      ? [problem('groups', 'Closed is for the whole plan. Choose no groups, or choose Quiet.')]
      : []),
  ];
  if (problems.length > 0) return { problems };
  return { values: { title, fromDate: from, toDate: to, kind, groups } };
}

function readDay(text: string): IsoDate | null {
  const read = readCellDate(text.trim());
  return read?.precision === 'Day' ? read.date : null;
}
