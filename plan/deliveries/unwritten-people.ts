import { formatDay, todayIn } from '../calendar/dates.ts';
import type { UnwrittenPerson } from '../content.ts';
import { isClosed, itemsOf, ownerName } from '../items.ts';
import { directoryIdOf, isAway, standInFor } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Owner } from '../rows.ts';

/** Owners of open items to whom nothing is sent as things stand: nobody knows how, or they are away. In the list's order. */
export function unwrittenPeople(plan: Plan, now: Temporal.Instant): UnwrittenPerson[] {
  const today = todayIn(now, plan.settings.timeZone);
  const withItems = new Set(itemsOf(plan).flatMap(({ owner, stage }) => (isClosed(stage) ? [] : owner)));
  return plan.owners
    .filter(({ key }) => withItems.has(key))
    .flatMap((owner) => (isAway(owner, today) ? awayWords(plan, owner, today) : accountWords(owner)));
}

const ENTER_ACCOUNT = 'choose the person in the Owners list.';

function accountWords(owner: Owner): UnwrittenPerson[] {
  if (directoryIdOf(owner) !== null) return [];
  return [
    {
      whoName: owner.title,
      why: 'The Owners list does not say which account is theirs.',
      instead: `Nothing is sent to them; their items are asked about in the group’s check-in. To have them told, ${ENTER_ACCOUNT}`,
    },
  ];
}

function awayWords(plan: Plan, owner: Owner, today: IsoDate): UnwrittenPerson[] {
  const until = owner.awayTo === null ? 'Away until further notice' : `Away until ${formatDay(owner.awayTo)}`;
  const deputy = owner.deputy === null ? undefined : indexOf(plan).owners.get(owner.deputy);
  const standIn = standInFor(plan, owner, today);
  if (deputy === undefined)
    return [
      {
        whoName: owner.title,
        why: `${until}, without a deputy.`,
        instead: 'Nothing is sent to anybody else. A deputy can be entered in the Owners list.',
      },
    ];
  if (standIn === null)
    return [
      {
        whoName: owner.title,
        why: `${until}, and so is the deputy, ${deputy.title}.`,
        instead: 'Nothing is sent to anybody else. Another deputy can be entered in the Owners list.',
      },
    ];
  const name = ownerName(plan, standIn.key) ?? '';
  return [
    {
      whoName: owner.title,
      why: `${until}.`,
      instead:
        directoryIdOf(standIn) !== null
          ? `${name} gets it as deputy.`
          : `${name} is deputy, but the Owners list does not say which account is theirs: ${ENTER_ACCOUNT}`,
    },
  ];
}
