import { formatDay, todayIn } from '../calendar/dates.ts';
import type { UnwrittenPerson } from '../content.ts';
import { isClosed, itemsOf } from '../items.ts';
import type { Preferences } from '../notices/preferences.ts';
import { type UnreachableReason, unreachableOwners } from '../notices/unreachable.ts';
import { isAway, standInFor } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Owner } from '../rows.ts';

/**
 * People to whom nothing is sent as things stand: nobody knows how, or they are away, whether their deputy gets it or not.
 * In the order of the list.
 * @param preferences by directory id in small letters; whoever is not there has chosen nothing
 */
export function unwrittenPeople(
  plan: Plan,
  preferences: ReadonlyMap<string, Preferences>,
  now: Temporal.Instant,
): UnwrittenPerson[] {
  const today = todayIn(now, plan.settings.timeZone);
  const reasons = new Map(
    unreachableOwners(plan, preferences, today).map(({ owner, why }) => [owner.key, why]),
  );
  const owning = new Set(itemsOf(plan).flatMap(({ owner, stage }) => (isClosed(stage) ? [] : (owner ?? []))));
  return plan.owners.flatMap((owner) => {
    const why = reasons.get(owner.key);
    if (why !== undefined) return [{ whoName: owner.title, ...WORDS[why](plan, owner) }];
    return owning.has(owner.key) && isAway(owner, today) ? [coveredWords(plan, owner, today)] : [];
  });
}

type Words = Omit<UnwrittenPerson, 'whoName'>;

/** Their deputy is there. */
function coveredWords(plan: Plan, owner: Owner, today: IsoDate): UnwrittenPerson {
  const deputy = standInFor(plan, owner, today)?.title ?? '';
  return { whoName: owner.title, why: `${awayWords(owner)}.`, instead: `${deputy} gets it as deputy.` };
}

const CHOOSE = 'choose the person in the Owners list.';

const WORDS: Readonly<Record<UnreachableReason, (plan: Plan, owner: Owner) => Words>> = {
  'no account': () => ({
    why: 'The Owners list does not say which account is theirs.',
    instead: `Nothing is sent to them; their items are asked about in the group’s check-in. To have them told, ${CHOOSE}`,
  }),
  'no deputy': (_plan, owner) => ({
    why: `${awayWords(owner)}, without a deputy.`,
    instead: 'Nothing is sent to anybody else. A deputy can be entered in the Owners list.',
  }),
  'deputy away': (plan, owner) => ({
    why: `${awayWords(owner)}, and so is the deputy, ${deputyName(plan, owner)}.`,
    instead: 'Nothing is sent to anybody else. Another deputy can be entered in the Owners list.',
  }),
  'deputy without account': (plan, owner) => ({
    why: `${awayWords(owner)}, and the Owners list does not say which account is that of ${deputyName(plan, owner)}, the deputy.`,
    instead: `Nothing is sent to anybody else. To have the deputy told, ${CHOOSE}`,
  }),
  'no time': () => ({
    why: 'Their own choice of days and quiet hours, or their deputy’s, leaves no time to write in.',
    instead: 'Nothing is sent to anybody else. They can change it: write “settings”.',
  }),
};

function awayWords({ awayTo }: Owner): string {
  return awayTo === null ? 'Away until further notice' : `Away until ${formatDay(awayTo)}`;
}

function deputyName(plan: Plan, { deputy }: Owner): string {
  return (deputy === null ? undefined : indexOf(plan).owners.get(deputy))?.title ?? '';
}
