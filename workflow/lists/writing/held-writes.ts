import { GraphRequestError } from '../../../graph/graph-request-error.ts';
import type { SiteLists } from '../../../graph/site-lists/types.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { readHeldRows } from '../../../store/outbox.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { readIdsOf } from '../row-ids.ts';
import { mergeRow } from './merge-row.ts';

/**
 * Lets go on what was held back for want of a column that is there again. The row is read first: while it was held back,
 * nothing compared what waits with what people did to the row.
 */
export async function releaseHeld(deps: WorkflowDeps, planId: PlanId, siteLists: SiteLists): Promise<void> {
  const held = await readHeldRows(deps.database, planId);
  const released = held.filter(({ list, properties }) => {
    const missing = siteLists.missingColumns(list);
    return properties.some((property) => !missing.has(property));
  });
  if (released.length === 0) return;
  const ids = await readIdsOf(deps.database, planId, released);
  for (const row of released) {
    const itemId = ids.itemIdOf(row.list, row.key);
    if (itemId === null) continue;
    try {
      const current = await siteLists.readRow(row.list, itemId);
      if (current !== null) await mergeRow(deps, planId, siteLists, row, current);
    } catch (error) {
      if (!(error instanceof GraphRequestError)) throw error;
      deps.log.warn({ planId, list: row.list, code: error.graphCode }, 'a row held back could not be read');
    }
  }
}
