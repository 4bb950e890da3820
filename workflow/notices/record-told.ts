import type { NoticeContent } from '../../plan/content.ts';
import type { IsoInstant } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { saveWarning, settleHandovers } from '../../store/notice-ledger.ts';

/**
 * Remembers what somebody was really told by a reminder that was sent: that they were warned, and of which items that
 * pass on. Nothing for any other notice. Belongs into the transaction that records the sending.
 * @param at when it was sent
 */
export async function recordTold(tx: Queryable, content: NoticeContent, at: IsoInstant): Promise<void> {
  if (content.kind !== 'reminder') return;
  for (const { planId, entries } of content.plans) {
    for (const { line, warns } of entries)
      if (warns === true) await saveWarning(tx, { planId, ref: line.ref, on: content.on });
    const ids = entries.flatMap(({ handovers = [] }) => handovers);
    if (ids.length > 0) await settleHandovers(tx, planId, { ids, at });
  }
}
