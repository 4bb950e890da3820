import { addDays, daysBetween, formatPeriod, formatShortDay } from '../calendar/dates.ts';
import type { IsoDate } from '../rows.ts';
import type { CalendarEvent, CalendarFile, Period } from './calendar-file.ts';
import { daysOfEvent } from './event-days.ts';
import { type EventSense, senseOf } from './event-words.ts';

/** How a calendar was read, and the stretches that came of it. */
export interface TermsReading {
  /** Which reading was used, as a sentence. */
  readonly words: string;
  /** By their first day; those that are over are left out. */
  readonly periods: readonly Period[];
  /** What is doubtful or was left out, in words. */
  readonly doubts: readonly string[];
}

/** Titles go into one line of SharePoint's. */
const LONGEST_TITLE = 255;

/** Days off that go on for longer are holidays by themselves; shorter ones may stand between terms. */
const SINGLE_DAYS_OFF = 3;

/** No school holiday is longer; terms further apart have others between them that the file does not name. */
const LONGEST_GAP_DAYS = 70;

interface Sensed extends Period {
  readonly sense: EventSense;
}

/**
 * Takes from a calendar the stretches without school. Events that say holiday, break or closed are such stretches; where a
 * file has only terms, and single days off, the gaps between the terms are too. Both would say the same days twice.
 */
export function readTerms(
  { events, doubts: unread }: CalendarFile,
  { timeZone, today }: { readonly timeZone: string; readonly today: IsoDate },
): TermsReading {
  const doubts: string[] = [...unread];
  const sensed = events.flatMap((event): Sensed[] => {
    const days = daysOfEvent(event, timeZone);
    if ('why' in days) {
      doubts.push(`${nameOf(event)} is left out: ${days.why}.`);
      return [];
    }
    const title = event.title.replace(/\s+/gu, ' ').trim();
    const sense = event.kind === null ? senseOf(title, days.from === days.to) : 'holiday';
    if (days.doubt !== null && days.to >= today && sense === 'holiday')
      doubts.push(`${nameOf(event)} ${days.doubt}.`);
    const { name, kind, groups } = event;
    return [
      { name, title: title.slice(0, LONGEST_TITLE), from: days.from, to: days.to, kind, groups, sense },
    ];
  });
  const of = (sense: EventSense) => sensed.filter((one) => one.sense === sense);
  const holidays = of('holiday').map(asPeriod);
  const terms = [...of('term').map(asPeriod), ...termsBetweenEdges(sensed)].toSorted(byStart);
  const hasHolidays = holidays.some(
    ({ from, to, kind }) => kind !== null || daysBetween(from, to) >= SINGLE_DAYS_OFF,
  );
  const usesGaps = !hasHolidays && terms.length > 1;

  const ignored = countWords(of('other').length, 'says neither', 'say neither');
  if (ignored !== null) doubts.push(`${ignored} holiday nor term, so Milepost leaves them out.`);
  const edges = countWords(of('edge of a holiday').length, 'says', 'say');
  if (edges !== null)
    doubts.push(`${edges} when a holiday begins or ends, not how long it is, and are left out.`);
  const found = usesGaps ? [...gapsBetween(terms, doubts), ...holidays] : holidays;
  const { kept, over } = withoutPast(distinct(found, doubts).toSorted(byStart), today);
  if (over > 0) doubts.push(`${over} ${over === 1 ? 'is' : 'are'} over already and left out.`);
  doubts.push(...overlaps(kept));
  return {
    words: usesGaps
      ? `The file names terms: the ${holidays.length > 0 ? 'gaps between them, and single days off, ' : 'gaps between them '}are taken.`
      : 'The file names holidays and days off: those are taken as they stand.',
    periods: kept,
    doubts,
  };
}

function nameOf({ title, line }: CalendarEvent): string {
  return `“${title.slice(0, 80) || 'An event without a title'}” (line ${line})`;
}

function asPeriod({ sense: _sense, ...period }: Sensed): Period {
  return period;
}

/** `Term begins` and the `Term ends` after it are one term. */
function termsBetweenEdges(sensed: readonly Sensed[]): Period[] {
  const edges = sensed.filter(({ sense }) => sense === 'term begins' || sense === 'term ends');
  const ordered = edges.toSorted(byStart);
  return ordered.flatMap((first, at) => {
    const last = ordered[at + 1];
    if (first.sense !== 'term begins' || last?.sense !== 'term ends') return [];
    return [{ ...asPeriod(first), to: last.to }];
  });
}

function gapsBetween(terms: readonly Period[], doubts: string[]): Period[] {
  return terms.slice(1).flatMap((next, at) => {
    const before = terms[at] as Period;
    const from = addDays(before.to, 1);
    const to = addDays(next.from, -1);
    if (to < from || !hasWeekday(from, to)) return [];
    if (daysBetween(from, to) > LONGEST_GAP_DAYS) {
      doubts.push(
        `Between “${before.title}” and “${next.title}” lie more than ${LONGEST_GAP_DAYS} days: the file seems to leave a term out, so Milepost leaves this gap out.`,
      );
      return [];
    }
    const title = `Between ${before.title} and ${next.title}`.slice(0, LONGEST_TITLE);
    return [{ name: `after ${before.name}`, title, from, to, kind: null, groups: [] }];
  });
}

function hasWeekday(from: IsoDate, to: IsoDate): boolean {
  for (let day = from; day <= to; day = addDays(day, 1))
    if (Temporal.PlainDate.from(day).dayOfWeek <= 5) return true;
  return false;
}

/** The same event twice in a file is one; the later one is right. */
function distinct(periods: readonly Period[], doubts: string[]): Period[] {
  const byName = new Map<string, Period>();
  for (const period of periods) {
    if (byName.has(period.name))
      doubts.push(`“${period.title}” stands in the file twice; the second is taken.`);
    byName.set(period.name, period);
  }
  return [...byName.values()];
}

function withoutPast(periods: readonly Period[], today: IsoDate): { kept: Period[]; over: number } {
  const kept = periods.filter(({ to }) => to >= today);
  return { kept, over: periods.length - kept.length };
}

function overlaps(periods: readonly Period[]): string[] {
  return periods.slice(1).flatMap((period, at) => {
    const before = periods[at] as Period;
    return period.from > before.to
      ? []
      : [
          `“${before.title}” (${formatPeriod(before.from, before.to)}) and “${period.title}” (from ${formatShortDay(period.from)}) overlap; both are taken.`,
        ];
  });
}

function countWords(count: number, one: string, many: string): string | null {
  if (count === 0) return null;
  return count === 1 ? `1 event ${one}` : `${count} events ${many}`;
}

function byStart(one: Period, other: Period): number {
  return one.from.localeCompare(other.from) || one.to.localeCompare(other.to);
}
