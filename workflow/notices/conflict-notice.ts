import type { Clash } from '../../plan/conflict.ts';
import { buildConflict } from '../../plan/conflict-content.ts';
import type { ConflictContent } from '../../plan/content.ts';
import { ITEM_LISTS, type ListName } from '../../plan/glossary.ts';
import { itemsOf } from '../../plan/items.ts';
import { mayReadPlan, ownerOf } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import { addConflict, type ConflictField, findConflict } from '../../store/conflicts.ts';
import type { Queryable } from '../../store/database.ts';
import { type ClaimedNotice, planNotices } from '../../store/ledger.ts';
import type { WorkflowDeps } from '../deps.ts';
import { rowAddress } from '../lists/row-address.ts';
import { titleOfRow } from '../lists/title-of-row.ts';
import { noticeSubject } from './notice-keys.ts';
import type { LedgerRecipient } from './plan-notices.ts';

/** How long somebody who could not be reached may still be told. */
const TOLD_WITHIN_DAYS = 14;

/** Lists in whose rows somebody decides something: they are told where an edit of the row decided it too. */
const DECIDED_LISTS: readonly ListName[] = [...ITEM_LISTS, 'Groups', 'Owners', 'Plan settings'];

export function isDecidedIn(list: ListName): boolean {
  return DECIDED_LISTS.includes(list);
}

/** Properties of one row that somebody decided here and somebody by an edit of it. */
interface ConflictOf {
  readonly plan: Plan;
  readonly ref: { readonly list: ListName; readonly key: RowKey };
  readonly now: Temporal.Instant;
}

/** Keeps the clashes of a merge, and enters in the ledger that those who answered are told: once, each their own. */
export async function enterClashes(
  tx: Queryable,
  about: ConflictOf,
  clashes: readonly Clash[],
): Promise<void> {
  for (const [saidBy, those] of Map.groupBy(clashes, ({ said }) => said.by)) {
    const edits = those.map(({ edit }) => edit).filter((edit) => edit !== null);
    const names = [...new Set(edits.map(({ byName }) => byName))].filter((name) => name !== null);
    await enterConflict(tx, about, {
      saidBy,
      fields: those.map(({ property, ours, theirs, kept }) => ({
        property,
        ours,
        theirs: theirs ?? null,
        kept,
      })),
      editedBy: names.length === 0 ? null : names.join(' and '),
      editedAt:
        edits
          .map(({ at }) => at)
          .toSorted()
          .at(-1) ?? null,
    });
  }
}

/** Keeps a conflict, and enters in the ledger that whoever answered is told. */
export async function enterConflict(
  tx: Queryable,
  { plan, ref, now }: ConflictOf,
  conflict: {
    readonly saidBy: RowKey;
    readonly fields: readonly ConflictField[];
    readonly editedBy: string | null;
    readonly editedAt: string | null;
  },
): Promise<void> {
  const item = itemsOf(plan).find((one) => one.ref.list === ref.list && one.ref.key === ref.key);
  const id = await addConflict(tx, plan.id, {
    ...ref,
    ...conflict,
    label: item?.label ?? '',
    title: item?.title ?? titleOfRow(plan, ref.list, ref.key) ?? '',
    foundAt: now.toString(),
  });
  const entraObjectId = plan.owners.find(({ key }) => key === conflict.saidBy)?.entraObjectId?.toLowerCase();
  // Somebody whom Teams cannot know is not written to.
  if (!entraObjectId) return;
  const recipient: LedgerRecipient = { kind: 'person', entraObjectId };
  await planNotices(tx, [
    {
      kind: 'conflict',
      subject: noticeSubject(plan.id, entraObjectId),
      period: String(id),
      planId: plan.id,
      recipient,
      dueAt: now.toString(),
      expiresAt: now.add({ hours: 24 * TOLD_WITHIN_DAYS }).toString(),
    },
  ]);
}

/** What a notice of kind `conflict` says; `null` for somebody who is not in the plan any more. */
export async function renderConflict(
  deps: WorkflowDeps,
  notice: ClaimedNotice,
): Promise<ConflictContent | null> {
  const conflict = await findConflict(deps.database, notice.planId, Number(notice.period));
  const plan = await deps.plans.get(notice.planId);
  if (conflict === null || plan === null) return null;
  const { entraObjectId } = notice.recipient as Extract<LedgerRecipient, { kind: 'person' }>;
  const owner = ownerOf(plan, { entraObjectId, email: null });
  if (owner === null || owner.key !== conflict.saidBy || !mayReadPlan(plan, owner)) return null;
  const { list, key, ...found } = conflict;
  return buildConflict(plan, { ...found, ref: { list, key } }, rowAddress(plan, list, key));
}
