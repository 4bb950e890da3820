import { formatDay, todayIn } from '../calendar/dates.ts';
import type { SignOffAsk } from '../content.ts';
import { groupName, isDone, itemsOf, ownerName } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import type { Owner, RowKey } from '../rows.ts';
import { saidDone } from './said-done.ts';
import { choiceOf, isUnsigned, signOffLines } from './sign-off-lines.ts';
import { whyNotSignOff } from './sign-off-people.ts';

/** What is done and waits for a group's word, what waits longest first. */
export function asksOf(plan: Plan, group: RowKey, viewer: Owner): readonly SignOffAsk[] {
  return itemsOf(plan)
    .filter(({ signOffBy, stage }) => signOffBy === group && stage === 'Done awaiting sign-off')
    .toSorted((one, other) => doneAt(plan, one).localeCompare(doneAt(plan, other)))
    .map((item) => askOf(plan, item, viewer));
}

/** What is complete though its group was asked and did not agree: somebody changed it in the list. */
export function unsignedOf(plan: Plan, viewer: Owner): readonly SignOffAsk[] {
  return itemsOf(plan)
    .filter((item) => isDone(item.stage) && isUnsigned(plan, item))
    .map((item) => askOf(plan, item, viewer));
}

function askOf(plan: Plan, item: Item, viewer: Owner): SignOffAsk {
  const said = saidDone(plan, item);
  const at = said?.at ?? null;
  const whyNot = whyNotSignOff(plan, viewer, item);
  return {
    ...choiceOf(item),
    groupKey: item.signOffBy ?? '',
    groupName: groupName(plan, item.signOffBy) ?? 'A group that is no longer in the plan',
    ownerName: ownerName(plan, item.owner),
    doneOnWords: at === null ? null : formatDay(todayIn(Temporal.Instant.from(at), plan.settings.timeZone)),
    saidByName: ownerName(plan, said?.by ?? null),
    note: item.latestNote,
    evidenceUrl: item.evidenceUrl,
    before: signOffLines(plan, { ref: item.ref }),
    maySignOff: whyNot === null,
    whyNot,
  };
}

/** Moments are ISO texts; what nobody knows comes last. */
function doneAt(plan: Plan, item: Item): string {
  return saidDone(plan, item)?.at ?? '9';
}
