import { addDays, daysBetween, formatDay, formatPeriod, isIsoDate } from '../calendar/dates.ts';
import type { AwayInput, FormProblem } from '../content.ts';
import type { Preferences } from '../notices/preferences.ts';
import { directoryIdOf, standInFor } from '../people.ts';
import { personMeant } from '../person-meant.ts';
import type { Plan } from '../plan.ts';
import { isDayFor } from '../reminders/hearers.ts';
import type { IsoDate, Owner, RowKey } from '../rows.ts';
import type { Everywhere, InPlan } from './in-plan.ts';

/** The choice of leaving the deputies as they are, where plans have different ones. */
export const KEEP_DEPUTIES = 'keep';

/** Nobody plans further; later is a typing error. */
const FURTHEST_DAYS = 366;

export type AwayField = keyof AwayInput;

/** What an absence changes of a person's row in one plan. */
export interface AwayChanges {
  readonly awayFrom: IsoDate | null;
  readonly awayTo: IsoDate | null;
  readonly deputy: RowKey | null;
}

/** An absence that can be entered, or why it can't be. */
export type AwayOutcome =
  | { readonly problems: readonly FormProblem<AwayField>[]; readonly entries?: undefined }
  | {
      readonly problems?: undefined;
      readonly entries: readonly (InPlan & { readonly changes: AwayChanges })[];
    };

/** Judges an absence over all plans of a person; says everything that is in the way at once. Never throws on what is typed. */
export function judgeAway(everywhere: Everywhere, input: AwayInput, today: IsoDate): AwayOutcome {
  const problems = [
    ...badFrom(everywhere, input.from.trim(), today),
    ...badTo(input.from.trim(), input.to.trim(), today),
    ...badDeputy(everywhere, input.deputy.trim()),
  ];
  if (problems.length > 0) return { problems };
  const entries = everywhere.map(({ plan, owner }) => ({
    plan,
    owner,
    changes: {
      awayFrom: input.from.trim(),
      awayTo: input.to.trim(),
      deputy: deputyIn(plan, owner, input.deputy.trim()),
    },
  }));
  return { entries };
}

function deputyIn(plan: Plan, owner: Owner, said: string): RowKey | null {
  return said === KEEP_DEPUTIES ? owner.deputy : (personMeant(plan, said)?.key ?? null);
}

type Problem = FormProblem<AwayField>;

function badFrom(everywhere: Everywhere, from: string, today: IsoDate): Problem[] {
  if (from === '') return [{ field: 'from', message: 'Say from which day on you are away.' }];
  if (!isIsoDate(from)) return [{ field: 'from', message: NO_DATE }];
  const isAsBefore = everywhere.some(({ owner }) => owner.awayFrom === from);
  if (from < today && !isAsBefore)
    return [{ field: 'from', message: 'That day has passed. Say it from today on.' }];
  return tooFar(from, today) ? [{ field: 'from', message: TOO_FAR }] : [];
}

function badTo(from: string, to: string, today: IsoDate): Problem[] {
  if (to === '') return [{ field: 'to', message: 'Say which is your last day away.' }];
  if (!isIsoDate(to)) return [{ field: 'to', message: NO_DATE }];
  if (to < today) return [{ field: 'to', message: 'That day has passed. Choose the last day you are away.' }];
  if (isIsoDate(from) && to < from)
    return [
      {
        field: 'to',
        message: `This is before the first day, ${formatDay(from)}. Choose that day or a later one.`,
      },
    ];
  return tooFar(to, today) ? [{ field: 'to', message: TOO_FAR }] : [];
}

function badDeputy(everywhere: Everywhere, said: string): Problem[] {
  if (said === '' || said === KEEP_DEPUTIES) return [];
  const say = (message: string): Problem[] => [{ field: 'deputy', message }];
  if (said.includes(',')) return say('Choose one person.');
  const found = everywhere.map(({ plan, owner }) => ({ owner, deputy: personMeant(plan, said) }));
  if (found.every(({ deputy }) => deputy === null))
    return say('This person is in none of your plans. Choose somebody who is, or nobody.');
  const isSelf = found.some(({ owner, deputy }) => deputy?.key === owner.key);
  return isSelf ? say('You can’t stand in for yourself. Choose somebody else, or nobody.') : [];
}

const NO_DATE = 'This is not a date. Choose a day, or write it like 2022-03-31.';
const TOO_FAR = 'That is more than a year ahead. Check the year.';

function tooFar(day: IsoDate, today: IsoDate): boolean {
  return daysBetween(today, day) > FURTHEST_DAYS;
}

/**
 * Who gets a person's reminders while they are away, day by day, said as stretches, and from when on they get them again. `entered` are the plans with the
 * absence in them already. Names a plan only where there are several.
 */
export function awayWords(entered: Everywhere, preferences: Preferences, today: IsoDate): string[] {
  const [{ owner }] = entered;
  const { awayFrom, awayTo } = owner;
  if (awayFrom === null || awayTo === null) return [];
  const first = awayFrom < today ? today : awayFrom;
  const about = entered.map((one) => ({ name: one.plan.name, words: standInWords(one, first, awayTo) }));
  const isAlike = about.every(({ words }) => words === about[0]?.words);
  const again = writtenToAfter(entered, preferences, awayTo);
  const from = again === null ? '' : `, and are written to again from ${formatDay(again)}`;
  return [
    `You are away ${formatPeriod(awayFrom, awayTo)}. You get no reminders then${from}.`,
    ...(isAlike
      ? about.slice(0, 1).map(({ words }) => words)
      : about.map(({ name, words }) => `${name}: ${words}`)),
  ];
}

/** The first day after one on which some plan may write to a person; `null` where there is none within a year. */
function writtenToAfter(entered: Everywhere, preferences: Preferences, last: IsoDate): IsoDate | null {
  for (let day = addDays(last, 1); daysBetween(last, day) <= FURTHEST_DAYS; day = addDays(day, 1)) {
    const isTheirs = entered.some(({ plan, owner }) =>
      isDayFor(plan, { owner, subject: directoryIdOf(owner) ?? '', preferences }, day),
    );
    if (isTheirs) return day;
  }
  return null;
}

/**
 * What being back changes of a person's row: an absence that had begun ended yesterday, so that it is known who stood in;
 * one that is still to come is none. Who stands in stays named for the next time.
 */
export function backChanges({ awayFrom, awayTo }: Owner, today: IsoDate): Partial<AwayChanges> {
  if (awayTo !== null && awayTo < today) return {};
  return awayFrom !== null && awayFrom < today
    ? { awayTo: addDays(today, -1) }
    : { awayFrom: null, awayTo: null };
}

/** What being back means; a snooze goes on. */
export function backWords(snoozedUntil: IsoDate | null, today: IsoDate): string[] {
  if (snoozedUntil === null || snoozedUntil <= today)
    return [
      'Welcome back. Your reminders come to you again, from the next working hour on.',
      'What came up while you were away and still waits is in the first of them.',
    ];
  return [
    'Welcome back. Nobody stands in for you any more.',
    `Your reminders are still held back until ${formatDay(snoozedUntil)}: write “snooze” to change that.`,
  ];
}

/** `SEND chair gets them instead, but 7 to 9 Mar 2022, while they are away too: then Data owner does.` */
function standInWords({ plan, owner }: InPlan, from: IsoDate, to: IsoDate): string {
  const deputy = plan.owners.find(({ key }) => key === owner.deputy);
  if (deputy === undefined) return 'Nobody stands in for you, so nobody gets them.';
  const stretches = stretchesOf({ plan, owner }, from, to);
  const others = stretches.filter(({ who }) => who?.key !== deputy.key);
  if (others.length === 0) return `${deputy.title} gets them instead.`;
  const exceptions = others.map(({ who, first, last }) => {
    const then = who === null ? 'nobody gets them, as no other deputy is there' : `${who.title} gets them`;
    return `${formatPeriod(first, last)} ${deputy.title} is away too: ${then}`;
  });
  const isAllAway = others.length === stretches.length;
  return `${isAllAway ? '' : `${deputy.title} gets them instead. But `}${exceptions.join('; ')}.`;
}

interface Stretch {
  readonly who: Owner | null;
  readonly first: IsoDate;
  last: IsoDate;
}

function stretchesOf({ plan, owner }: InPlan, from: IsoDate, to: IsoDate): Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const who = standInFor(plan, owner, day);
    const before = stretches.at(-1);
    if (before !== undefined && before.who?.key === who?.key) before.last = day;
    else stretches.push({ who, first: day, last: day });
  }
  return stretches;
}
