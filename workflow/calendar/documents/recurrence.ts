import ICAL from 'ical.js';
import type { IsoDate } from '../../../plan/rows.ts';

/** How far ahead times of an event that repeats are taken: rules without an end would go on for ever. */
export const YEARS_AHEAD = 2;

/** Times of one event that are taken, and steps that are gone for them. */
const MOST_TIMES = 200;
const MOST_STEPS = 20_000;

/** When an event that repeats takes place. */
export interface Repeated {
  readonly times: readonly ICAL.Time[];
  /** Some were left out: too many, or too far ahead. */
  readonly isCut: boolean;
}

/** Times of an event that are not long over, up to two years ahead; `null` where its rule is not one that is followed. */
export function timesOf(event: ICAL.Event, today: IsoDate): Repeated | null {
  const rules = event.component.getAllProperties('rrule').map((rule) => rule.getFirstValue());
  if (rules.length > 1 || !rules.every((rule) => rule instanceof ICAL.Recur && isFollowed(rule))) return null;
  const now = Temporal.PlainDate.from(today);
  const first = now.subtract({ years: 1 }).toString();
  const last = now.add({ years: YEARS_AHEAD }).toString();
  const times: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const time = iterator.next() as ICAL.Time | null | undefined;
    if (!time) return { times, isCut: false };
    const day = time.toString().slice(0, 10);
    if (day > last || times.length >= MOST_TIMES) return { times, isCut: true };
    if (day >= first) times.push(time.clone());
  }
  return { times, isCut: true };
}

/** Rules by which calendars of schools and offices repeat, and which are sure to come to a day. */
function isFollowed(rule: ICAL.Recur): boolean {
  const parts = (rule as unknown as { parts: Record<string, readonly (string | number)[]> }).parts;
  const names = Object.keys(parts)
    .filter((name) => (parts[name]?.length ?? 0) > 0)
    .sort()
    .join(' ');
  if (!(rule.interval >= 1 && rule.interval <= 60)) return false;
  const days = (parts.BYMONTHDAY ?? []).every((day) => Math.abs(Number(day)) <= 28 && Number(day) !== 0);
  const weekdays = (parts.BYDAY ?? []).map(String);
  const inEveryMonth = weekdays.every((day) => /^-?[1-4](MO|TU|WE|TH|FR|SA|SU)$/.test(day));
  const inEveryWeek = weekdays.every((day) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(day));
  switch (rule.freq) {
    case 'DAILY':
      return names === '';
    case 'WEEKLY':
      return names === '' || (names === 'BYDAY' && inEveryWeek);
    case 'MONTHLY':
      return (
        names === '' ||
        (names === 'BYMONTHDAY' && days) ||
        (names === 'BYDAY' && (inEveryMonth || inEveryWeek))
      );
    case 'YEARLY':
      return (
        names === '' ||
        names === 'BYMONTH' ||
        (names === 'BYMONTH BYMONTHDAY' && days) ||
        (names === 'BYDAY BYMONTH' && inEveryMonth)
      );
    default:
      return false;
  }
}
