import type { SiteRow } from '../../../graph/site-lists/types.ts';
import type { ListsStateContent } from '../../../plan/content.ts';
import { AppError } from '../../../plan/errors.ts';
import { isPlanManager } from '../../../plan/people.ts';
import type { Plan, PlanId } from '../../../plan/plan.ts';
import { markCardsDirty, markOpenCardsDirty } from '../../../store/check-in-cards.ts';
import type { Queryable } from '../../../store/database.ts';
import { type DeadWrite, giveUp, lockDead, readSaidSince, revive } from '../../../store/dead-writes.ts';
import { changeRow } from '../../../store/mirror.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import { refuse, requireActor } from '../../authorise.ts';
import type { WorkflowDeps } from '../../deps.ts';
import type { Actor } from '../../use-cases.ts';
import { readIdsAround, readIdsOf } from '../row-ids.ts';
import { rowFromSite } from '../row-translation.ts';
import { listsStateOf } from '../state/view-lists-state.ts';
import { takeBack } from './take-back.ts';

interface Ask {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly outboxId: number;
}

/**
 * Tries a refused write again, against what now stands in SharePoint. What was said of the row since stands: only the
 * rest is repeated.
 * @throws AppError `FORBIDDEN`; `STALE` when it was settled meanwhile, or its row is still deleted; `GRAPH` when the row
 *   can't be read just now
 */
export async function repeatWrite(deps: WorkflowDeps, ask: Ask): Promise<ListsStateContent> {
  const { plan, dead } = await requireDead(deps, ask);
  const current = await readCurrent(deps, plan, dead);
  if (current === null && dead.kind === 'update') throw stillDeleted(dead);
  await deps.database.transaction(async (tx) => {
    await raisePlanVersion(tx, plan.id);
    if ((await lockDead(tx, plan.id, dead.id)) === null) throw settledMeanwhile();
    const since = await readSaidSince(tx, plan.id, dead);
    const properties = Object.keys(dead.changes).filter((property) => !since.includes(property));
    if (properties.length === 0) return giveUp(tx, [dead.id]);
    const ids = await readIdsAround(tx, plan.id, dead.list, current === null ? [] : [current]);
    const theirs = current === null ? {} : rowFromSite(dead.list, current.values, ids);
    const changes = Object.fromEntries(properties.map((property) => [property, dead.changes[property]]));
    const base = Object.fromEntries(properties.map((property) => [property, theirs[property] ?? null]));
    await revive(tx, dead.id, { changes, base, saidAt: deps.clock.now().toString() });
    await changeRow(tx, plan.id, dead.list, dead.key, changes);
    await markSettled(tx, plan.id, dead);
  });
  deps.nudge();
  return stateOf(deps, plan);
}

/**
 * Gives a refused write up for good; the plan shows what SharePoint has, and what was said stays in the history.
 * @throws AppError `FORBIDDEN`; `STALE` when it was settled meanwhile; `GRAPH` when the row can't be read just now
 */
export async function giveUpWrite(deps: WorkflowDeps, ask: Ask): Promise<ListsStateContent> {
  const { plan, dead } = await requireDead(deps, ask);
  const current = await readCurrent(deps, plan, dead);
  await deps.database.transaction(async (tx) => {
    await raisePlanVersion(tx, plan.id);
    if ((await lockDead(tx, plan.id, dead.id)) === null) throw settledMeanwhile();
    await giveUp(tx, [dead.id]);
    if (current !== null) await takeBack(tx, plan.id, dead, Object.keys(dead.changes), current);
    await markSettled(tx, plan.id, dead);
  });
  deps.nudge();
  return stateOf(deps, plan);
}

/** A card that is closed tells of its refused answers too. */
async function markSettled(tx: Queryable, planId: PlanId, { meetingKey }: DeadWrite): Promise<void> {
  await markOpenCardsDirty(tx, planId);
  if (meetingKey !== null) await markCardsDirty(tx, planId, meetingKey);
}

async function requireDead(
  deps: WorkflowDeps,
  { actor, planId, outboxId }: Ask,
): Promise<{ readonly plan: Plan; readonly dead: DeadWrite }> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  if (!isPlanManager(owner)) throw refuse('Only a plan manager can settle what SharePoint refused.');
  const dead = await deps.database.transaction((tx) => lockDead(tx, planId, outboxId));
  if (dead === null) throw settledMeanwhile();
  return { plan, dead };
}

/** The row as it stands; `null` when there is none. */
async function readCurrent(deps: WorkflowDeps, plan: Plan, dead: DeadWrite): Promise<SiteRow | null> {
  const { list, key } = dead;
  const itemId = (await readIdsOf(deps.database, plan.id, [dead])).itemIdOf(list, key);
  return itemId === null ? null : (await deps.siteListsOf(plan.id)).readRow(list, itemId);
}

async function stateOf(deps: WorkflowDeps, plan: Plan): Promise<ListsStateContent> {
  return listsStateOf(deps, (await deps.plans.get(plan.id)) ?? plan);
}

function settledMeanwhile(): AppError {
  return new AppError({
    code: 'STALE',
    message: 'refused write is not there any more',
    userMessage:
      'This was repeated or given up already. Look at the lists again (“sharepoint” in chat) to see how they stand now.',
  });
}

function stillDeleted({ list, key }: DeadWrite): AppError {
  return new AppError({
    code: 'STALE',
    message: 'refused write is of a row that is still deleted',
    userMessage: `The row is still deleted. Restore it from the site’s recycle bin (list ${list}), then choose Try again; or choose Give up.`,
    details: { list, key },
  });
}
