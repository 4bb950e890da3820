import { applySignOff } from '../../plan/co-production/sign-off.ts';
import { whyNotTheirs } from '../../plan/co-production/sign-off-people.ts';
import type { CoProductionResult } from '../../plan/content.ts';
import { findItem } from '../../plan/items.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { SignOff } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { readRows } from '../../store/mirror.ts';
import { saveHandover } from '../../store/notice-ledger.ts';
import { lockItem } from '../answers/lock-item.ts';
import { refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { addRow } from '../write-row.ts';
import { signOffKey } from './engagement-key.ts';
import { itemIsGone, recordDecision } from './sign-off-record.ts';
import { submit } from './submit.ts';

/** Records what a group decided about something done: its row, the item's, its history, and an action where there is one. */
export async function recordSignOff(
  deps: WorkflowDeps,
  { actor, planId, submissionKey, signOff: input }: Parameters<UseCases['recordSignOff']>[0],
): Promise<CoProductionResult> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const known = findItem(plan, input.ref);
  if (known === null) throw itemIsGone();
  const whyNot = whyNotTheirs(plan, owner, known);
  if (whyNot !== null) throw refuse(whyNot);
  return submit(deps, { plan, owner, submissionKey, asked: input }, async (tx, { submissionId }) => {
    const locked = await lockItem(tx, plan, input.ref);
    if (locked === null) throw itemIsGone();
    const now = deps.clock.now();
    const answerId = signOffKey(submissionId, input.ref);
    const keys = { answerId, signOff: deps.newKey(), action: deps.newKey() };
    // Whoever signed it off meanwhile has waited for nobody.
    const standing = { ...locked.plan, signOffs: await readSignOffs(tx, planId) };
    const given = { plan: standing, item: locked.item, input, by: owner, now, keys };
    const outcome = applySignOff(given);
    if (outcome.problems !== undefined) return outcome;
    const said = { by: owner, now };
    await addRow(tx, planId, { list: 'Sign-offs', row: outcome.signOff, said });
    await recordDecision(tx, locked, outcome);
    const { action } = outcome;
    if (action !== null) {
      await addRow(tx, planId, { list: 'Actions', row: action, said });
      const ref = { list: 'Actions', key: action.key } as const;
      const by = outcome.signOff.recordedBy ?? '';
      const handed = { kind: 'given', by, words: null, at: now.toString() } as const;
      await saveHandover(tx, { planId, ref, ...handed });
    }
    return { words: outcome.words };
  });
}

async function readSignOffs(tx: Queryable, planId: PlanId): Promise<readonly SignOff[]> {
  const rows = await readRows(tx, planId, 'Sign-offs');
  return rows
    .map(({ key, itemId, row }) => ({ key, itemId, ...row }) as unknown as SignOff)
    .toSorted((one, other) => (one.on ?? '').localeCompare(other.on ?? ''));
}
