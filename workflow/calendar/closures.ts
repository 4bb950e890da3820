import { buildClosures, closureLine } from '../../plan/calendar/closure-lines.ts';
import { todayIn } from '../../plan/calendar/dates.ts';
import { judgeClosure } from '../../plan/calendar/new-closure.ts';
import type { ClosureField, ClosureResult, ClosuresContent, FormProblem } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import type { Plan } from '../../plan/plan.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import type { WorkflowDeps } from '../deps.ts';
import { takeOnce } from '../once.ts';
import type { UseCases } from '../use-cases.ts';
import { requireCalendar, requireManagedCalendars } from './calendar-managers.ts';
import { closureKeys } from './closure-keys.ts';
import { addClosureRow, changeClosureRow } from './put-closure.ts';

/** What is coming in every plan the person manages. */
export async function listClosures(
  deps: WorkflowDeps,
  { actor }: Parameters<UseCases['listClosures']>[0],
): Promise<readonly ClosuresContent[]> {
  const { managed } = await requireManagedCalendars(deps, actor);
  return managed.map(({ plan }) => closuresOf(deps, plan));
}

/** Adds days on which the plan is closed or quiet, once for a submission however often it arrives. */
export async function addClosure(
  deps: WorkflowDeps,
  { actor, planId, submissionKey, closure }: Parameters<UseCases['addClosure']>[0],
): Promise<ClosureResult> {
  const { plan, owner } = await requireCalendar(deps, actor, planId);
  const now = deps.clock.now();
  const submitted = { planId, ownerKey: owner.key, submissionKey, asked: closure };
  const { answer } = await takeOnce<Pick<ClosureResult, 'words'> & { problems: FormProblem<ClosureField>[] }>(
    deps,
    submitted,
    async (tx, { submissionId }) => {
      const outcome = judgeClosure(plan, closure, todayIn(now, plan.settings.timeZone));
      if (outcome.problems !== undefined)
        return { answer: { words: '', problems: [...outcome.problems] }, changed: false };
      await raisePlanVersion(tx, planId);
      const key = closureKeys([])(submissionId);
      await addClosureRow(tx, planId, { key, values: outcome.values }, { by: owner, now });
      const { title, daysWords, kindWords } = closureLine(plan, outcome.values);
      return {
        answer: { words: `Added ${title}, ${daysWords}: ${kindWords}.`, problems: [] },
        changed: true,
      };
    },
  );
  deps.nudge();
  return { ...answer, closures: closuresOf(deps, (await deps.plans.get(planId)) ?? plan) };
}

/** Takes days back; their row stays in the list as Cancelled. Cancelled again, nothing happens. */
export async function cancelClosure(
  deps: WorkflowDeps,
  { actor, planId, closureKey }: Parameters<UseCases['cancelClosure']>[0],
): Promise<ClosuresContent> {
  const { plan, owner } = await requireCalendar(deps, actor, planId);
  const row = plan.closureRows.find(({ key }) => key === closureKey);
  if (row === undefined) throw closureIsGone();
  if (row.kind !== 'Cancelled') {
    const change = { key: closureKey, changes: { kind: 'Cancelled' } } as const;
    await deps.database.transaction(async (tx) => {
      await raisePlanVersion(tx, planId);
      if (!(await changeClosureRow(tx, planId, change, { by: owner, now: deps.clock.now() })))
        throw closureIsGone();
    });
    deps.nudge();
  }
  return closuresOf(deps, (await deps.plans.get(planId)) ?? plan);
}

function closuresOf(deps: WorkflowDeps, plan: Plan): ClosuresContent {
  return buildClosures(plan, todayIn(deps.clock.now(), plan.settings.timeZone));
}

function closureIsGone(): AppError {
  return new AppError({
    code: 'STALE',
    message: 'closure was deleted in SharePoint',
    userMessage:
      'This is no longer in the Closures list. Look at the closures again (“closures” in chat) to see what is.',
  });
}
