import { todayIn } from '../calendar/dates.ts';
import { findItem, isClosed, ownerName } from '../items.ts';
import type { Handover, NoticeLedger } from '../notices/notice-ledger.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import { isSpokenOfSince } from './last-word.ts';
import type { Reminded } from './reminded.ts';
import { toldOf } from './told-to.ts';

/**
 * What passes from one person to another: to the new owner what was given to them, to the chair what its owner says is not
 * theirs. One that has found another owner since is nobody's question any more, nor is one that was told and then spoken of.
 */
export function handedOver(plan: Plan, day: IsoDate, { handovers }: NoticeLedger): Reminded[] {
  return handovers
    .filter(({ planId }) => planId === plan.id)
    .flatMap((handover) => {
      const item = findItem(plan, handover.ref);
      if (item === null || isClosed(item.stage)) return [];
      const { toldAt = null } = handover;
      const toldOn = toldAt && todayIn(Temporal.Instant.from(toldAt), plan.settings.timeZone);
      if (toldOn !== null && isSpokenOfSince(plan, item, toldOn)) return [];
      const isNew = { fellOn: day, handover: handover.id };
      const told = toldOn === null ? isNew : { fellOn: toldOn, wasTold: true };
      return hearersOf(plan, item, handover).map((to): Reminded => {
        const why = handover.kind === 'given' ? 'given to you' : 'not theirs';
        return { item, why, to, says: () => wordsOf(plan, handover), ...told };
      });
    });
}

function hearersOf(plan: Plan, item: Item, { kind, by }: Handover): readonly RowKey[] {
  if (kind === 'given') return item.owner === null || item.owner === by ? [] : [item.owner];
  return item.owner === by ? toldOf(plan, item.group, [by]).map(({ key }) => key) : [];
}

function wordsOf(plan: Plan, { kind, by, words }: Handover): string {
  const name = ownerName(plan, by) ?? 'Somebody';
  const what = kind === 'given' ? `${name} gave it to you` : `${name} says that it is not theirs`;
  return words === null ? `${what}.` : `${what}: “${words}”`;
}
