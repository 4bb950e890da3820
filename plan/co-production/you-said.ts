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
 */
export function youSaid(plan: Plan, period: Period | null): readonly YouSaidEntry[] {
  const { themes } = plan;
  return voicesIn(plan, period).map(({ on, theme, who, said, outcome, words }) => ({
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

function voicesIn(plan: Plan, period: Period | null): readonly Voice[] {
  const dated = [saidInTheLog, saidInRankings, saidInSignOffs].flatMap((source) => source(plan));
  const heard = dated.filter(({ on }) => period === null || isIn(plan, on, period));
  const before = period === null ? saidAtTheStart(plan) : [];
  return [...heard.toSorted((one, other) => (other.on ?? '').localeCompare(one.on ?? '')), ...before];
}

/** A day belongs to the period in which its noon lies, and that of its end to it. */
function isIn(plan: Plan, on: IsoDate | null, { from, to }: Period): boolean {
  if (on === null) return false;
  const { timeZone } = plan.settings;
  const isAfter = Temporal.Instant.compare(momentAt(on, '12:00', timeZone), from) > 0;
  return isAfter && on <= todayIn(to, timeZone);
}
