import { GraphRequestError } from '../../../graph/graph-request-error.ts';
import { LISTS } from '../../../graph/lists/index.ts';
import type { WriteOperation } from '../../../graph/site-lists/types.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { buryRefused } from './bury-writes.ts';
import { recordFound } from './record-successes.ts';
import { splitUpdate } from './split-update.ts';
import { type Writing, writeAll } from './writing.ts';

/** Besides its key, what makes a row one that people understand; written with it or not at all. */
const IDENTITY: readonly string[] = ['title', 'itemList', 'itemNumber'];

/**
 * SharePoint refused a write as a whole. Where the list has lost a column, what is meant for it waits, and the rest goes
 * on. Otherwise the values that are at fault are found by writing the others: those go through, and what is refused by
 * itself is kept for the plan manager.
 * @returns whether the row may be gone on with at once
 */
export async function settleRefusal(
  deps: WorkflowDeps,
  writing: Writing,
  refusal: { readonly code: string; readonly httpStatus: number },
): Promise<boolean> {
  const { siteLists, operation } = writing;
  if (refusal.httpStatus === 400) {
    const lost = await lostColumns(deps, writing);
    if (lost === null) return false;
    if (lost.length > 0) {
      // The next reading tells the plan manager.
      siteLists.suspectSchema(operation.list);
      return true;
    }
  }
  return operation.kind === 'create'
    ? settleCreate(deps, writing, operation, refusal.code)
    : splitUpdate(deps, writing, operation, refusal.code);
}

/** Properties of the write that the list has no column for any more; `null` when it can't be asked just now. */
async function lostColumns(
  deps: WorkflowDeps,
  { siteLists, operation: { list, values } }: Writing,
): Promise<readonly string[] | null> {
  try {
    await siteLists.checkColumns({ now: deps.clock.now(), lists: [list] });
  } catch (error) {
    if (error instanceof GraphRequestError) return null;
    throw error;
  }
  const missing = siteLists.missingColumns(list);
  return Object.keys(values).filter((property) => missing.has(property));
}

/** Makes the row with its name only: what it lacks is then written, and judged, like any change to a row. */
async function settleCreate(
  deps: WorkflowDeps,
  writing: Writing,
  operation: WriteOperation & { kind: 'create' },
  code: string,
): Promise<boolean> {
  const { siteLists, write } = writing;
  const { keyIn } = LISTS[operation.list];
  const isName = (property: string) => property === keyIn || IDENTITY.includes(property);
  const properties = Object.keys(operation.values);
  const isRecognisable = keyIn !== null && properties.includes(keyIn);
  if (isRecognisable && !properties.every(isName)) {
    const values = Object.fromEntries(Object.entries(operation.values).filter(([name]) => isName(name)));
    const [outcome] = await writeAll(siteLists, [{ ...operation, values }]);
    if (outcome?.status === 'written') {
      const { itemId, etag } = outcome;
      await recordFound(deps, writing, { itemId, etag, values });
      return true;
    }
    if (outcome?.status !== 'rejected') return false;
  }
  await buryRefused(deps, writing, { refused: Object.keys(write.changes), code });
  return true;
}
