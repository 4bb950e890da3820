import { isChange } from '../../plan/calendar-import/preview-words.ts';
import { takeCalendarDraft } from '../../store/calendar-drafts.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { requireCalendar } from './calendar-managers.ts';
import { decideCalendar } from './preview-calendar.ts';
import { addClosureRow, changeClosureRow } from './put-closure.ts';
import { calendarIsGone, requireCalendarDraft } from './receive-calendar.ts';

/** Takes a calendar over, once: meetings and notices go by it from now on, and SharePoint has it soon. */
export async function confirmCalendarImport(
  deps: WorkflowDeps,
  { actor, draftKey, kind, planId }: Parameters<UseCases['confirmCalendarImport']>[0],
): Promise<{ readonly words: string }> {
  const draft = await requireCalendarDraft(deps, actor, draftKey, planId);
  if (draft.planId === null) throw calendarIsGone();
  const { plan, owner } = await requireCalendar(deps, actor, draft.planId);
  const now = deps.clock.now();
  const said = { by: owner, now };
  const counts = await deps.database.transaction(async (tx) => {
    await raisePlanVersion(tx, plan.id);
    if (!(await takeCalendarDraft(tx, draft))) throw calendarIsGone();
    const { decision } = await decideCalendar(tx, plan, draft, { kind, now });
    let added = 0;
    let changed = 0;
    for (const one of decision.closures) {
      if (one.known === null) added += Number(await addClosureRow(tx, plan.id, one, said));
      else if (isChange(one)) changed += Number(await changeClosureRow(tx, plan.id, one, said));
    }
    return { added, changed, unchanged: decision.closures.length - added - changed };
  });
  deps.nudge();
  return {
    words: `${counts.added} added, ${counts.changed} changed, ${counts.unchanged} as they were. Meetings and notices go by them from now on; they stand in the Closures list in a moment.`,
  };
}

/** Forgets a calendar that was not imported. */
export async function cancelCalendarImport(
  deps: WorkflowDeps,
  { actor, draftKey, planId }: Parameters<UseCases['cancelCalendarImport']>[0],
): Promise<void> {
  await takeCalendarDraft(deps.database, await requireCalendarDraft(deps, actor, draftKey, planId));
}
