import { isInternalText } from '../board-reports/parse-words.ts';
import { formatDay, momentAt, todayIn } from '../calendar/dates.ts';
import type { YouSaidEntry } from '../content.ts';
import type { Period } from '../period.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';
import { saidAtTheStart } from './you-said-at-the-start.ts';
import { saidInRankings } from './you-said-in-rankings.ts';
import { saidInSignOffs } from './you-said-in-sign-offs.ts';
import { saidInTheLog } from './you-said-in-the-log.ts';
import type { Voice } from './you-said-voice.ts';

/**
 * What people said in a period, and what came of it, the newest first. It is made from what the lists hold and nothing else:
 * the engagement log with the comments on the plan, rankings, and sign-offs with conditions, dissent or without agreement.
 * @param period `null`: since the plan began, and what was said before it, theme by theme
 * @param heard what was known before the period, see `heardUntil`: all else is of it, whatever its day. Default, and `null`:
 *   the day tells
 */
export function youSaid(
  plan: Plan,
  period: Period | null,
  heard: readonly string[] | null = null,
): readonly YouSaidEntry[] {
  const { themes } = plan;
  return voicesIn(plan, period, heard).map(({ on, theme, who, said, outcome, words }) => ({
    themeTitle: themes.find(({ key }) => key === theme)?.title ?? null,
    who,
    onWords: on === null ? null : formatDay(on),
    said,
    outcome,
    words,
  }));
}

/** The same as people outside may read it: without what is for a board alone, see `isInternalText`. */
export function youSaidInPublic(plan: Plan, period: Period | null): readonly YouSaidEntry[] {
  return youSaid(plan, period).filter(({ said, words }) => !isInternalText(said) && !isInternalText(words));
}

/**
 * Names what is known of at a moment, so that the next report tells all that is not: a meeting is often written down days
 * later, or on the day of the report and after it.
 */
export function heardUntil(plan: Plan, moment: Temporal.Instant): readonly string[] {
  return dated(plan)
    .filter(({ on }) => isUntil(plan, on, moment))
    .map(({ key }) => key);
}

function voicesIn(plan: Plan, period: Period | null, heard: readonly string[] | null): readonly Voice[] {
  const known = new Set(heard);
  const isOf = ({ on, key }: Voice, { from, to }: Period) =>
    isUntil(plan, on, to) && (heard === null ? isAfter(plan, on, from) : !known.has(key));
  const told = dated(plan).filter((voice) => period === null || isOf(voice, period));
  const before = period === null ? saidAtTheStart(plan) : [];
  return [...told.toSorted((one, other) => (other.on ?? '').localeCompare(one.on ?? '')), ...before];
}

function dated(plan: Plan): readonly Voice[] {
  return [saidInTheLog, saidInRankings, saidInSignOffs].flatMap((source) => source(plan));
}

/** A day is after a moment where its noon is; until one, where it has begun then. */
function isAfter({ settings: { timeZone } }: Plan, on: IsoDate, moment: Temporal.Instant): boolean {
  return Temporal.Instant.compare(momentAt(on, '12:00', timeZone), moment) > 0;
}

function isUntil(
  { settings: { timeZone } }: Plan,
  on: IsoDate | null,
  moment: Temporal.Instant,
): on is IsoDate {
  return on !== null && on <= todayIn(moment, timeZone);
}
