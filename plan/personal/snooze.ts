import { addDays, daysBetween, formatDay, isIsoDate } from '../calendar/dates.ts';
import type { FormProblem } from '../content.ts';
import { isClosed, itemsOf } from '../items.ts';
import { isAway } from '../people.ts';
import type { IsoDate } from '../rows.ts';
import { expectedDue } from '../schedule.ts';
import type { Everywhere } from './in-plan.ts';

/** Longer than that is an absence, for which somebody stands in. */
export const LONGEST_SNOOZE_DAYS = 28;
/** How many items are named that fall due meanwhile. */
const NAMED_ITEMS = 4;
const THREE_DAYS = 3;
const DAYS_OF_WEEK = 7;

/** What a snooze may be chosen from, shortest first: until which day, exclusive, and in words. */
export function snoozeChoices(
  today: IsoDate,
): readonly { readonly until: IsoDate; readonly words: string }[] {
  const weekday = Temporal.PlainDate.from(today).dayOfWeek;
  const days = [
    ['Until tomorrow', 1],
    ['For three days, until', THREE_DAYS],
    ['Until next week,', DAYS_OF_WEEK + 1 - weekday],
  ] as const;
  return days.map(([words, count]) => {
    const until = addDays(today, count);
    return { until, words: count === 1 ? `${words}, ${formatDay(until)}` : `${words} ${formatDay(until)}` };
  });
}

/** Why reminders can't be held back until that day; `null` where they can. Never throws on what was typed. */
export function problemOfSnooze(until: string, today: IsoDate): FormProblem<'until'> | null {
  const say = (message: string) => ({ field: 'until' as const, message });
  if (until === '') return say('Choose until when.');
  if (!isIsoDate(until)) return say('This is not a date. Choose a day, or write it like 2022-03-31.');
  if (until <= today) return say('That day has come already. Choose a later one.');
  if (daysBetween(today, until) <= LONGEST_SNOOZE_DAYS) return null;
  const last = formatDay(addDays(today, LONGEST_SNOOZE_DAYS));
  return say(`Reminders can be held back until ${last} at most. For longer, say that you are away.`);
}

/** What is held back and what is not, and what falls due in the meantime. */
export function snoozeWords(everywhere: Everywhere, until: IsoDate): string[] {
  const due = everywhere.flatMap(({ plan, owner }) =>
    itemsOf(plan)
      .filter((item) => item.owner === owner.key && !isClosed(item.stage))
      .map((item) => ({ label: item.label, on: expectedDue(item) }))
      .filter(({ on }) => on !== null && on < until),
  );
  const named = due
    .slice(0, NAMED_ITEMS)
    .map(({ label, on }) => `${label} (${on === null ? '' : formatDay(on)})`);
  const more = due.length - named.length;
  const list = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  return [
    `You get no reminder before ${formatDay(until)}. The one message of the day is held back, with all that stands in it.`,
    ...(due.length === 0 ? [] : [`Due before then: ${list}. You find them under “my actions”.`]),
    'Posts in your groups’ channels go on, and so do messages about something that went wrong.',
  ];
}

/** What undoing a snooze means; an absence goes on. */
export function undoneWords(everywhere: Everywhere, today: IsoDate): string[] {
  const isHere = everywhere.every(({ owner }) => !isAway(owner, today));
  const again = 'reminders come as before, from the next working hour on';
  if (isHere) return [`Nothing is held back any more: ${again}.`];
  return [`Nothing is held back any more. You are entered as away, though: write “back” and ${again}.`];
}
