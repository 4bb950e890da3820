import type { CoProductionResult, FormProblem } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Owner } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import type { WorkflowDeps } from '../deps.ts';
import { type Submitted, type Taken, takeOnce } from '../once.ts';

/** Who submits what about a plan, known to be in it. */
interface Asked extends Pick<Submitted, 'submissionKey' | 'asked'> {
  readonly plan: Plan;
  readonly owner: Owner;
}

/** What came of a form. */
export type Outcome =
  | { readonly words: string; readonly problems?: undefined }
  | { readonly problems: readonly FormProblem[]; readonly words?: undefined };

/**
 * Takes a form about what groups and people say, once for a submission however often it arrives. `record` judges it and
 * writes through `tx`; where it answers problems, nothing has happened.
 */
export async function submit(
  deps: WorkflowDeps,
  { plan, owner, submissionKey, asked }: Asked,
  record: (tx: Queryable, taken: Taken) => Promise<Outcome>,
): Promise<CoProductionResult> {
  const submitted = { planId: plan.id, ownerKey: owner.key, submissionKey, asked };
  const { answer, repeated } = await takeOnce<CoProductionResult>(deps, submitted, async (tx, taken) => {
    await raisePlanVersion(tx, plan.id);
    const { words = '', problems = [] } = await record(tx, taken);
    return { answer: { words, problems, submissionKey: taken.nextKey }, changed: problems.length === 0 };
  });
  if (!repeated) deps.nudge();
  return answer;
}
