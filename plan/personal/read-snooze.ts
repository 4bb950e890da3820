import { addDays, dayOfWeek, lastDayOfMonth } from '../calendar/dates.ts';
import type { IsoDate } from '../rows.ts';
import { readDayAhead, tidied } from './read-days.ts';
import { dayAfter } from './read-length.ts';

/**
 * Until which day, exclusive, somebody wants peace, as people write it: `3 days`, `for a week`, `until monday`, `this week`,
 * `until next week`, `tomorrow`. `null` for anything else.
 */
export function readSnooze(words: string, today: IsoDate): IsoDate | null {
  const text = tidied(words).replace(/^(?:(?:my|all) )?reminders /u, '');
  const until = /^(?:until|till|til|to) (?:the )?(.+)$/u.exec(text)?.[1] ?? null;
  const said = until ?? text.replace(/^for /u, '').replace(/^(?:the )?rest of (?:the |this )?/u, '');
  const monday = addDays(today, 8 - dayOfWeek(today));
  if (said === 'today') return addDays(today, 1);
  if (['week', 'this week', 'end of the week', 'end of this week', 'the weekend'].includes(said))
    return monday;
  if (until !== null && ['next week', 'weekend'].includes(said)) return monday;
  const isMonth = ['end of the month', 'end of this month'].includes(said);
  if (isMonth || (until !== null && said === 'next month')) return addDays(lastDayOfMonth(today), 1);
  return dayAfter(today, said) ?? readDayAhead(said, today);
}
