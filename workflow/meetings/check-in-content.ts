import { buildCheckIn } from '../../plan/check-in.ts';
import type { CheckInContent, CheckInView } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Meeting } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { readUnwrittenAnswers } from '../../store/unwritten-answers.ts';

/** What the card of a check-in says, with how many of its answers SharePoint does not have yet. */
export async function checkInContent(
  db: Queryable,
  {
    plan,
    meeting,
    now,
    ...shown
  }: { plan: Plan; meeting: Meeting; now: Temporal.Instant; view?: CheckInView; pageItems?: number },
): Promise<CheckInContent> {
  const unwritten = await readUnwrittenAnswers(db, plan.id, meeting.key);
  return buildCheckIn(plan, meeting, now, { ...shown, ...unwritten });
}
