import { formatDay, formatShortDay, todayIn } from '../calendar/dates.ts';
import type { ImpactLine } from '../content.ts';
import { groupName, ownerName } from '../items.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate, Owner } from '../rows.ts';
import { whyNotCheck } from './impact.ts';
import { type ImpactStanding, impactStandings } from './impact-due.ts';
import { choiceOf } from './sign-off-lines.ts';

/** Complete items whose effect is checked, what is due first. */
export function impactLines(plan: Plan, viewer: Owner, today: IsoDate): readonly ImpactLine[] {
  return impactStandings(plan, today).map((standing) => {
    const { item, completedOn, dueOn, state } = standing;
    return {
      ...choiceOf(item),
      groupName: groupName(plan, item.group),
      ownerName: ownerName(plan, item.owner),
      completedOnWords: formatShortDay(completedOn),
      dueOn,
      dueWords: formatDay(dueOn),
      afterWords: afterWords(standing),
      state,
      words: impactWords(plan, standing),
      mayCheck: whyNotCheck(plan, viewer, item, today) === null,
    };
  });
}

/** `Its impact check, 3 months on, is due since Mon 14 Mar 2022.` */
export function impactWords(plan: Plan, standing: ImpactStanding): string {
  const { item, state, works, dueOn } = standing;
  if (works !== null) {
    const name = works.by === null ? groupName(plan, item.signOffBy) : ownerName(plan, works.by);
    const who = name ?? 'Somebody';
    const on = works.at === null ? '' : ` on ${shortDayOf(plan, works.at)}`;
    return `${who} said${on} that it works; somebody else has to say so too before it is embedded.`;
  }
  const check = `Its impact check, ${afterWords(standing)},`;
  return state === 'due'
    ? `${check} is due since ${formatDay(dueOn)}.`
    : `${check} is on ${formatDay(dueOn)}.`;
}

function afterWords({ months }: ImpactStanding): string {
  if (months < 12) return `${months} months on`;
  return months === 12 ? 'a year on' : `${months / 12} years on`;
}

function shortDayOf(plan: Plan, at: string): string {
  return formatShortDay(todayIn(Temporal.Instant.from(at), plan.settings.timeZone));
}
