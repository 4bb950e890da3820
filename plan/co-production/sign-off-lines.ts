import { formatDay } from '../calendar/dates.ts';
import type { ItemChoice, SignOffLine } from '../content.ts';
import { findItem, groupName, isSameItem, ownerName } from '../items.ts';
import type { Item, ItemRef, Plan } from '../plan.ts';
import type { RowKey, SignOff } from '../rows.ts';

/** What groups decided, the newest first; rows that point at nothing in the plan are left out. */
export function signOffLines(
  plan: Plan,
  of: { readonly group: RowKey } | { readonly ref: ItemRef },
): readonly SignOffLine[] {
  return plan.signOffs
    .flatMap((row) => {
      const ref = refOf(row);
      const item = ref === null ? null : findItem(plan, ref);
      if (ref === null || item === null) return [];
      const isMeant = 'group' in of ? row.group === of.group : isSameItem(ref, of.ref);
      return isMeant ? [lineOfSignOff(plan, row, item)] : [];
    })
    .toReversed();
}

/** What a group decided last of an item; `null` where it has not. */
function standingSignOff(plan: Plan, { ref, signOffBy }: Item): SignOff | null {
  const ofItem = plan.signOffs.filter(({ itemList, itemKey, group }) => {
    return itemList === ref.list && itemKey === ref.key && group === signOffBy;
  });
  return ofItem.at(-1) ?? null;
}

/** Whether a group was asked to sign something off, and has not agreed. */
export function isUnsigned(plan: Plan, item: Item): boolean {
  if (item.signOffBy === null) return false;
  const decision = standingSignOff(plan, item)?.decision ?? null;
  return decision === null || decision === 'Not agreed';
}

/** `Agreed with conditions; 12 took part, some saw it otherwise.` */
function signOffWords({ decision, voices, dissent }: SignOff): string {
  const people = voices ?? null;
  const others = dissent == null ? null : 'some saw it otherwise';
  const took = people === null ? null : `${people} took part`;
  const besides = [took, others].filter((words) => words !== null).join(', ');
  return `${decision ?? 'It does not say what was decided'}${besides === '' ? '' : `; ${besides}`}.`;
}

export function choiceOf({ ref, label, title }: Item): ItemChoice {
  return { ref, label, title };
}

function lineOfSignOff(plan: Plan, row: SignOff, item: Item): SignOffLine {
  return {
    ...choiceOf(item),
    key: row.key,
    groupName: groupName(plan, row.group) ?? 'A group that is not named',
    decision: row.decision,
    conditions: row.conditions,
    dissent: row.dissent ?? null,
    voices: row.voices ?? null,
    words: signOffWords(row),
    onWords: row.on === null ? null : formatDay(row.on),
    recordedByName: ownerName(plan, row.recordedBy),
  };
}

function refOf({ itemList, itemKey }: SignOff): ItemRef | null {
  return itemList === null || itemKey === null ? null : { list: itemList, key: itemKey };
}
