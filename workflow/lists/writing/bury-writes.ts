import { changesOf, isDecided } from '../../../plan/conflict.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { markOpenCardsDirty } from '../../../store/check-in-cards.ts';
import { addDead, giveUp } from '../../../store/dead-writes.ts';
import { recordWritten } from '../../../store/mirror.ts';
import { rewriteEntries } from '../../../store/outbox.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { enterConflict, isDecidedIn } from '../../notices/conflict-notice.ts';
import { outboxIds, type RowWrite } from './merge-writes.ts';
import { partOf } from './record-successes.ts';
import { takeBack } from './take-back.ts';
import type { Writing } from './writing.ts';

/** What came of a refused write. */
interface Refusal {
  /** Properties that SharePoint does not take. */
  readonly refused: readonly string[];
  /** Why, for code. */
  readonly code: string;
  /** Properties that it has taken meanwhile, and where. */
  readonly saved?: {
    readonly written: readonly string[];
    readonly itemId: number;
    readonly etag: string | null;
  };
}

/**
 * Keeps what SharePoint refused for the plan manager, who repeats it or gives it up; until then the plan shows what
 * SharePoint has. What was neither refused nor written goes on waiting.
 */
export async function buryRefused(
  deps: WorkflowDeps,
  { planId, siteLists, write }: Writing,
  { refused, code, saved }: Refusal,
): Promise<void> {
  const { list, key } = write;
  const current = saved === undefined ? null : await siteLists.readRow(list, saved.itemId).catch(() => null);
  await deps.database.transaction(async (tx) => {
    await raisePlanVersion(tx, planId);
    await markOpenCardsDirty(tx, planId);
    if (saved !== undefined)
      await recordWritten(tx, planId, list, [{ key, itemId: saved.itemId, etag: saved.etag }]);
    if (refused.length > 0) await addDead(tx, planId, { ...deadOf(write, refused), error: code });
    const settled = [...refused, ...(saved?.written ?? [])];
    await rewriteEntries(
      tx,
      write.entries.map((entry) => {
        const left = Object.keys(entry.changes).filter((property) => !settled.includes(property));
        return partOf(entry, left);
      }),
    );
    if (current !== null) await takeBack(tx, planId, write, refused, current);
  });
}

/**
 * The row was deleted in SharePoint. What people said of it is kept, to be repeated when the row has been restored, and
 * they are told; what Milepost says by itself is given up.
 */
export async function buryDeleted(deps: WorkflowDeps, planId: PlanId, write: RowWrite): Promise<void> {
  const plan = await deps.plans.get(planId);
  const { list, key, entries } = write;
  const decided = changesOf(entries).filter(({ said }) => said !== null);
  await deps.database.transaction(async (tx) => {
    await raisePlanVersion(tx, planId);
    await markOpenCardsDirty(tx, planId);
    if (decided.length === 0) return giveUp(tx, outboxIds([write]));
    const all = Object.keys(write.changes);
    await addDead(tx, planId, { ...deadOf(write, all), error: 'gone' });
    await rewriteEntries(
      tx,
      entries.map((entry) => partOf(entry, [])),
    );
    if (plan === null || !isDecidedIn(list)) return;
    const told = Map.groupBy(
      decided.filter(({ property }) => isDecided(property)),
      ({ said }) => said?.by ?? '',
    );
    for (const [saidBy, changes] of told) {
      await enterConflict(
        tx,
        { plan, ref: { list, key }, now: deps.clock.now() },
        {
          saidBy,
          fields: changes.map(({ property, value }) => ({ property, ours: value, kept: 'theirs' })),
          editedBy: null,
          editedAt: null,
        },
      );
    }
  });
}

/** Some of a write as one that is to be kept; it was said by whoever said the last of it. */
function deadOf(write: RowWrite, properties: readonly string[]) {
  const { list, key, kind, entries } = write;
  const changes = changesOf(entries).filter(({ property }) => properties.includes(property));
  const { id, saidAt, saidBy } =
    entries.findLast((entry) => properties.some((property) => property in entry.changes)) ?? entries[0];
  return {
    list,
    key,
    kind,
    changes: Object.fromEntries(changes.map(({ property, value }) => [property, value])),
    base: Object.fromEntries(changes.map(({ property, base }) => [property, base])),
    saidAt,
    saidBy,
    saidIn: id,
  };
}
