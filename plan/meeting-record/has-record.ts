import type { Plan } from '../plan.ts';
import type { Meeting } from '../rows.ts';

/** Whether anything was said, decided or noted in a meeting: an answer, a new action, a decision, who was there. */
export function hasRecord(plan: Plan, meeting: Meeting): boolean {
  return (
    meeting.attendees.length > 0 ||
    (meeting.decisions ?? '').trim() !== '' ||
    plan.updates.some((update) => update.meeting === meeting.key) ||
    plan.actions.some((action) => action.raisedAt === meeting.key)
  );
}
