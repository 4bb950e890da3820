import { LISTS } from '../../../graph/lists/index.ts';
import type { SiteRow } from '../../../graph/site-lists/types.ts';
import { type MirrorValues, recordWritten } from '../../../store/mirror.ts';
import { markWritten, type OutboxEntry, type RewrittenEntry, rewriteEntries } from '../../../store/outbox.ts';
import { lockPlan, raisePlanVersion } from '../../../store/plan-versions.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { outboxIds } from './merge-writes.ts';
import type { Writing } from './writing.ts';

/** A row as SharePoint now has it. */
export interface Written extends Pick<Writing, 'planId' | 'write' | 'held'> {
  readonly itemId: number;
  readonly etag: string | null;
}

/**
 * Records rows of one plan that SharePoint has taken, all in one transaction. The plan is another only where one of its
 * rows has got its id: history is known by keys alone.
 */
export async function recordSuccesses(deps: WorkflowDeps, written: readonly Written[]): Promise<void> {
  const [one] = written;
  if (one === undefined) return;
  const isPlanChanged = written.some(({ write }) => write.kind === 'create' && write.list !== 'Updates');
  const whole = written.filter(({ held }) => held.length === 0);
  const parts = written.filter(({ held }) => held.length > 0);
  await deps.database.transaction(async (tx) => {
    if (isPlanChanged) await raisePlanVersion(tx, one.planId);
    else await lockPlan(tx, one.planId);
    for (const [list, rows] of Map.groupBy(written, ({ write }) => write.list)) {
      await recordWritten(
        tx,
        one.planId,
        list,
        rows.map(({ write, itemId, etag }) => ({ key: write.key, itemId, etag })),
      );
    }
    await markWritten(tx, outboxIds(whole.map(({ write }) => write)));
    if (parts.length > 0) await rewriteEntries(tx, parts.flatMap(heldOf));
  });
}

/**
 * Records that a row we were to make is there already, from an earlier try. What that one may have left out, being
 * refused as a whole, is said next, and so is what was said of the row later.
 */
export async function recordFound(
  deps: WorkflowDeps,
  { planId, write }: Pick<Writing, 'planId' | 'write'>,
  found: Pick<SiteRow, 'itemId' | 'etag' | 'values'>,
): Promise<void> {
  const { list, key } = write;
  const [made] = write.entries;
  const lacking = Object.keys(made.changes).filter(
    (property) =>
      property in LISTS[list].columns && !isEmpty(made.changes[property]) && isEmpty(found.values[property]),
  );
  const { itemId, etag } = found;
  await deps.database.transaction(async (tx) => {
    await raisePlanVersion(tx, planId);
    await recordWritten(tx, planId, list, [{ key, itemId, etag }]);
    await rewriteEntries(tx, [{ ...partOf(made, lacking), kind: 'update' }]);
  });
}

/** A waiting write with some of its properties only. */
export function partOf(
  { id, changes, base }: OutboxEntry,
  properties: readonly string[],
): Pick<OutboxEntry, 'id' | 'changes' | 'base'> {
  const pick = (values: MirrorValues) =>
    Object.fromEntries(Object.entries(values).filter(([property]) => properties.includes(property)));
  return { id, changes: pick(changes), base: pick(base) };
}

function heldOf({ write, held }: Written): RewrittenEntry[] {
  return write.entries.map((entry) => ({ ...partOf(entry, held), kind: 'update', state: 'held' }));
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
