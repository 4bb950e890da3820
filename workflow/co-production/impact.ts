import { applyImpact, whyNoneOfTheirs } from '../../plan/co-production/impact.ts';
import type { CoProductionResult } from '../../plan/content.ts';
import { findItem } from '../../plan/items.ts';
import { lockItem } from '../answers/lock-item.ts';
import { refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { impactName } from './engagement-key.ts';
import { itemIsGone, recordDecision } from './sign-off-record.ts';
import { submit } from './submit.ts';

/** Records what an impact check came to. */
export async function checkImpact(
  deps: WorkflowDeps,
  { actor, planId, submissionKey, impact: input }: Parameters<UseCases['checkImpact']>[0],
): Promise<CoProductionResult> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const known = findItem(plan, input.ref);
  if (known === null) throw itemIsGone();
  const whyNot = whyNoneOfTheirs(plan, owner, known);
  if (whyNot !== null) throw refuse(whyNot);
  return submit(deps, { plan, owner, submissionKey, asked: input }, async (tx, { submissionId }) => {
    const locked = await lockItem(tx, plan, input.ref);
    if (locked === null) throw itemIsGone();
    const now = deps.clock.now();
    const given = {
      plan: locked.plan,
      item: locked.item,
      input,
      by: owner,
      submissionName: impactName(submissionId),
      now,
    };
    const outcome = applyImpact(given);
    if (outcome.problems !== undefined) return outcome;
    await recordDecision(tx, locked, outcome);
    return { words: outcome.words };
  });
}
