import type { PersonalContent } from '../content.ts';
import type { Preferences } from '../notices/preferences.ts';
import { personValue } from '../person-meant.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Owner } from '../rows.ts';
import { KEEP_DEPUTIES } from './away.ts';
import type { Everywhere, InPlan } from './in-plan.ts';
import { isDirectorAnywhere } from './settings.ts';

/** How a person wants to be written to, and when they are away, over all their plans. What is over is not told any more. */
export function buildPersonal(
  everywhere: Everywhere,
  {
    preferences,
    today,
    submissionKey,
  }: {
    readonly preferences: Preferences;
    readonly today: IsoDate;
    readonly submissionKey: string;
  },
): PersonalContent {
  const [{ owner: first }] = everywhere;
  const { snoozedUntil, quietFrom, quietTo, workDays, muted, activityFeed } = preferences;
  return {
    personName: first.title,
    planNames: everywhere.map(({ plan }) => plan.name),
    today,
    snoozedUntil: snoozedUntil !== null && snoozedUntil > today ? snoozedUntil : null,
    away: awayOf(everywhere, today),
    deputy: deputyOf(everywhere),
    people: peopleBeside(everywhere),
    settings: { quietFrom, quietTo, workDays, muted, activityFeed },
    isDirector: isDirectorAnywhere(everywhere),
    hours: everywhere.map(({ plan: { name, settings } }) => ({
      planName: name,
      opensAt: settings.opensAt,
      closesAt: settings.closesAt,
    })),
    submissionKey,
  };
}

function awayOf(everywhere: Everywhere, today: IsoDate): PersonalContent['away'] {
  const entered = everywhere
    .map(({ owner: { awayFrom, awayTo } }) => ({ from: awayFrom, to: awayTo }))
    .filter(({ from, to }) => (from !== null || to !== null) && (to === null || to >= today));
  return entered.toSorted((one, other) => ((one.to ?? '9') < (other.to ?? '9') ? 1 : -1))[0] ?? null;
}

function deputyOf(everywhere: Everywhere): string {
  const values = new Set(everywhere.map(({ plan, owner }) => valueOfDeputy(plan, owner)));
  return values.size > 1 ? KEEP_DEPUTIES : ([...values][0] ?? '');
}

function valueOfDeputy(plan: InPlan['plan'], owner: Owner): string {
  const deputy = owner.deputy === null ? undefined : indexOf(plan).owners.get(owner.deputy);
  return deputy === undefined ? '' : personValue(deputy);
}

/** Everybody else in these plans, each once, by name. */
function peopleBeside(everywhere: Everywhere): PersonalContent['people'] {
  const people = new Map<string, string>();
  for (const { plan, owner } of everywhere)
    for (const other of plan.owners) if (other.key !== owner.key) people.set(personValue(other), other.title);
  return [...people]
    .map(([value, name]) => ({ value, name }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
