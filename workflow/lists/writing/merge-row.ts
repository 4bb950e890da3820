import { GraphRequestError } from '../../../graph/graph-request-error.ts';
import type { RowValues } from '../../../graph/lists/values.ts';
import type { SiteLists, SiteRow } from '../../../graph/site-lists/types.ts';
import { todayIn } from '../../../plan/calendar/dates.ts';
import { changesOf, isMadeAnew, mergeEdit, type RowVersion } from '../../../plan/conflict.ts';
import type { ListName } from '../../../plan/glossary.ts';
import type { PlanId } from '../../../plan/plan.ts';
import type { RowKey } from '../../../plan/rows.ts';
import { markOpenCardsDirty } from '../../../store/check-in-cards.ts';
import { changeRow, type MirrorValues, readKnownRows, recordWritten } from '../../../store/mirror.ts';
import { type OutboxEntry, readWaitingOfRow, rewriteEntries } from '../../../store/outbox.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { enterClashes, isDecidedIn } from '../../notices/conflict-notice.ts';
import { recordEdits } from '../record-edits.ts';
import { readIdsAround } from '../row-ids.ts';
import { rowFromSite } from '../row-translation.ts';

/**
 * Brings everything that waits of a row together with the row as somebody left it in SharePoint. What stays ours is
 * written next, against the row as it now stands; who decided what theirs or ours prevailed over is told. What is theirs
 * becomes part of the item's history.
 * @returns `false`, changing nothing, when SharePoint can't be asked just now who changed what
 */
export async function mergeRow(
  deps: WorkflowDeps,
  planId: PlanId,
  siteLists: SiteLists,
  { list, key }: { readonly list: ListName; readonly key: RowKey },
  current: SiteRow,
): Promise<boolean> {
  const versions = await versionsOf(siteLists, list, current.itemId);
  const plan = await deps.plans.get(planId);
  if (versions === null || plan === null || current.etag === null) return false;
  const now = deps.clock.now();

  const clashes = await deps.database.transaction(async (tx) => {
    await raisePlanVersion(tx, planId);
    await markOpenCardsDirty(tx, planId);
    const ids = await readIdsAround(tx, planId, list, [
      current,
      ...versions.map(({ values }) => ({ itemId: current.itemId, values })),
    ]);
    const entries = await readWaitingOfRow(tx, planId, list, key);
    const theirs = rowFromSite(list, current.values, ids);
    const merged = mergeEdit({
      changes: changesOf(entries),
      theirs,
      versions: versions.map((version) => ({ ...version, values: rowFromSite(list, version.values, ids) })),
      settings: plan.settings,
      today: todayIn(now, plan.settings.timeZone),
    });
    const { itemId, etag, lastChange } = current;
    const before = (await readKnownRows(tx, planId, list, [itemId])).get(itemId)?.row;
    const changed = { ...theirs, ...merged.ours };
    await recordWritten(tx, planId, list, [{ key, itemId, etag }]);
    await changeRow(tx, planId, list, key, changed);
    if (before !== undefined) {
      const after = { ...before, ...changed };
      await recordEdits(tx, { planId, list, now }, [{ key, itemId, etag, lastChange, before, after }]);
    }
    await rewriteEntries(
      tx,
      entries.map((entry) => narrowed(entry, merged.ours, theirs)),
    );
    if (isDecidedIn(list)) await enterClashes(tx, { plan, ref: { list, key }, now }, merged.clashes);
    return merged.clashes;
  });
  if (clashes.length > 0) {
    const kept = clashes.map((clash) => `${clash.property}: ${clash.kept}`);
    deps.log.warn({ planId, list, kept }, 'an answer and an edit in SharePoint decided the same');
  }
  return true;
}

/** A waiting write with what is still ours to say, against what now stands. */
function narrowed(
  { id, changes }: OutboxEntry,
  ours: MirrorValues,
  theirs: MirrorValues,
): Pick<OutboxEntry, 'id' | 'changes' | 'base'> {
  const properties = Object.keys(changes).filter((property) => property in ours);
  return {
    id,
    changes: Object.fromEntries(
      properties.map((name) => [name, isMadeAnew(name) ? ours[name] : changes[name]]),
    ),
    base: Object.fromEntries(properties.map((name) => [name, theirs[name] ?? null])),
  };
}

/** `null` when SharePoint can't be asked just now; none where it won't say: then nobody knows who changed what when. */
async function versionsOf(
  siteLists: SiteLists,
  list: ListName,
  itemId: number,
): Promise<readonly RowVersion<RowValues>[] | null> {
  try {
    return await siteLists.readVersions(list, itemId);
  } catch (error) {
    if (!(error instanceof GraphRequestError)) throw error;
    const { status } = error;
    return status === 400 || status === 404 || status === 405 || status === 501 ? [] : null;
  }
}
