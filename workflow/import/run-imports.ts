import type { ImportCounts } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { decide } from '../../plan/import/decide.ts';
import { isPlanManager, ownerOf } from '../../plan/people.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import {
  type DraftResult,
  dropOldDrafts,
  type ImportDraft,
  noteTry,
  readConfirmed,
  settleDraft,
} from '../../store/import-drafts.ts';
import { readSaid, type SaidOfRow, saveSaid } from '../../store/import-rows.ts';
import { planNotices } from '../../store/ledger.ts';
import { readHeldLists } from '../../store/sync-state.ts';
import type { WorkflowDeps } from '../deps.ts';
import { withPlanLease } from '../lists/plan-lease.ts';
import { syncIn } from '../lists/reading/sync-in.ts';
import { importNotice, TOLD_WITHIN_DAYS } from '../notices/import-notice.ts';
import { DRAFT_LIFE_HOURS } from './import-draft.ts';
import { notAllWritten } from './import-rows.ts';
import { understandDraft } from './preview-import.ts';
import { standingInSite } from './read-standing.ts';
import { writeDecision } from './write-decision.ts';

/** A round comes twice a minute: after so many, whoever sent the file is told to send it again. */
const MAX_TRIES = 20;

/**
 * Imports what plan managers have confirmed, into the lists as they stand now, and tells them. What Microsoft 365
 * could not take is tried again the next time; after a crash too, since what stands already is not written again.
 * @returns how many files are done
 */
export async function runImports(deps: WorkflowDeps, planId: PlanId): Promise<number> {
  const now = deps.clock.now();
  await dropOldDrafts(deps.database, {
    shown: now.subtract({ hours: DRAFT_LIFE_HOURS }).toString(),
    done: now.subtract({ hours: 24 * TOLD_WITHIN_DAYS }).toString(),
  });
  const drafts = await readConfirmed(deps.database, planId);
  const plan = drafts.length === 0 ? null : await deps.plans.get(planId);
  if (plan === null) return 0;
  let done = 0;
  for (const draft of drafts) {
    const isDone = await withPlanLease(deps, planId, () => runImport(deps, plan, draft));
    if (isDone === true) done += 1;
  }
  if (done > 0) {
    // The dashboard and the next card are to show it, and whoever sent it is to be told.
    await syncIn(deps, planId);
    deps.nudge();
  }
  return done;
}

/** Answers whether the file is done with. */
async function runImport(deps: WorkflowDeps, plan: Plan, draft: ImportDraft): Promise<boolean> {
  const { importKey, attempts } = draft;
  const { result, said, mayWorkLater } = await tryImport(deps, plan, draft);
  const isDone = result.failure === null || !mayWorkLater || attempts + 1 >= MAX_TRIES;
  await deps.database.transaction(async (tx) => {
    await saveSaid(tx, plan.id, said);
    if (!isDone) return noteTry(tx, { planId: plan.id, importKey, result });
    await settleDraft(tx, { planId: plan.id, importKey, result });
    await planNotices(tx, [importNotice(plan.id, draft, deps.clock.now())]);
  });
  const fields = { planId: plan.id, importKey, attempts, isDone, isWhole: result.failure === null };
  deps.log.info(fields, 'import run');
  return isDone;
}

interface Tried {
  readonly result: DraftResult;
  readonly said: readonly SaidOfRow[];
  readonly mayWorkLater: boolean;
}

async function tryImport(deps: WorkflowDeps, plan: Plan, draft: ImportDraft): Promise<Tried> {
  try {
    const { imported } = understandDraft(plan, draft);
    requireStillManager(plan, draft);
    const siteLists = await deps.siteListsOf(plan.id);
    const standing = await standingInSite(siteLists);
    const decision = decide(imported, standing, await readSaid(deps.database, plan.id));
    await requireNoneHeld(deps, plan.id, decision.lists);
    const { lists, failures, said, mayWorkLater } = await writeDecision(siteLists, decision, deps.newKey);
    const failure = failures.length === 0 ? null : (notAllWritten(failures).userMessage ?? null);
    return { result: { lists: addCounts(draft.result?.lists ?? [], lists), failure }, said, mayWorkLater };
  } catch (error) {
    const lists = draft.result?.lists ?? [];
    const { name, code, userMessage } = error instanceof AppError ? error : wrapped(error);
    deps.log.warn({ planId: plan.id, importKey: draft.importKey, error: name, code }, 'import not run');
    const failure = `${userMessage ?? OUR_FAULT} What was written stays: send the file again to go on from there.`;
    return { result: { lists, failure }, said: [], mayWorkLater: code === 'GRAPH' };
  }
}

const OUR_FAULT = 'Something went wrong on our side.';

/** A fault of ours may be gone the next time, like one of SharePoint's. */
function wrapped(error: unknown): { name: string; code: 'GRAPH'; userMessage: string } {
  return { name: (error as Error).name, code: 'GRAPH', userMessage: OUR_FAULT };
}

/** Roles change between pressing and writing. */
function requireStillManager(plan: Plan, { entraObjectId }: ImportDraft): void {
  const owner = ownerOf(plan, { entraObjectId, email: null });
  if (owner !== null && isPlanManager(owner)) return;
  throw new AppError({
    code: 'FORBIDDEN',
    message: 'sender is not a plan manager any more',
    userMessage: 'Nothing was imported: you are not a plan manager any more.',
  });
}

async function requireNoneHeld(
  deps: WorkflowDeps,
  planId: PlanId,
  lists: readonly { readonly list: ImportCounts['list'] }[],
): Promise<void> {
  const held = await readHeldLists(deps.database, planId);
  const names = lists.map(({ list }) => list).filter((list) => held.has(list));
  if (names.length === 0) return;
  throw new AppError({
    code: 'BAD_INPUT',
    message: `lists are held: ${names.join(', ')}`,
    userMessage: `Nothing was imported: rows of ${names.join(', ')} have vanished from SharePoint, and nobody has said yet whether they are to stay away. Settle that first: how the lists stand says what to do (“sharepoint” in chat).`,
  });
}

/** What was done in earlier tries stands as it is in this one. */
function addCounts(earlier: readonly ImportCounts[], now: readonly ImportCounts[]): ImportCounts[] {
  return now.map((counts) => {
    const before = earlier.find(({ list }) => list === counts.list);
    if (before === undefined) return counts;
    return {
      list: counts.list,
      created: before.created + counts.created,
      updated: before.updated + counts.updated,
      unchanged: Math.max(0, counts.unchanged - before.created - before.updated),
      renamed: [...before.renamed, ...counts.renamed],
    };
  });
}
