import { formatShortDay } from '../calendar/dates.ts';
import { expectedWords } from '../changes.ts';
import type { Item } from '../plan.ts';
import { colourOf, expectedDue, isOverdue, promisedDue } from '../schedule.ts';
import type { ReportAbout } from './about.ts';

/**
 * How an open item stands, in few words: `Red, overdue since 31 Jan 2022`, `Amber, first promised Mar 2022, now expected
 * Apr 2022`, `due Mar 2022`, `no date`.
 */
export function standingWords({ plan, today }: ReportAbout, item: Item): string {
  const colour = colourOf(item, plan.settings, today);
  const isTrouble = colour === 'Red' || colour === 'Amber';
  return isTrouble ? `${colour}, ${dateWords(item, today)}` : dateWords(item, today);
}

function dateWords(item: Item, today: string): string {
  const expected = expectedDue(item);
  const promised = promisedDue(item);
  if (expected === null) return 'no date';
  if (isOverdue(item, today)) return `overdue since ${formatShortDay(expected)}`;
  if (promised === null || expected <= promised) return `due ${expectedWords(item)}`;
  return `first promised ${expectedWords({ ...item, forecastDue: null })}, now expected ${expectedWords(item)}`;
}
