import { answeredToo } from '../../plan/answers/answered-too.ts';
import { applyAnswer } from '../../plan/answers/answers.ts';
import { waitsForSignOff } from '../../plan/answers/waits-for-sign-off.ts';
import type { AnswerInput, AnswerProblem } from '../../plan/content.ts';
import { openMeetingOf } from '../../plan/meetings/find-meeting.ts';
import { mayAnswer } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Meeting, Owner, RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { recordAnswer } from '../../store/record-answer.ts';
import { baseOf } from '../write-row.ts';
import { lockItem } from './lock-item.ts';
import { withRow } from './plan-changes.ts';

export interface SavedAnswer {
  /** The plan as it now stands. */
  readonly plan: Plan;
  /** The check-in it counts in; `null` for none. */
  readonly meetingKey: RowKey | null;
  /** What the person should know besides, in words. */
  readonly remarks: readonly string[];
}

/**
 * Takes one answer: the item's row, its history and both writes to SharePoint, in the caller's transaction. An answer
 * given outside a check-in counts in the open one of the item's group, where there is one.
 * @returns the plan with it and the check-in it counts in; or why it cannot be taken
 */
export async function saveAnswer(
  tx: Queryable,
  ask: {
    readonly plan: Plan;
    readonly owner: Owner;
    readonly meeting: Meeting | null;
    readonly input: AnswerInput;
    readonly submissionId: string;
    readonly now: Temporal.Instant;
  },
): Promise<SavedAnswer | { readonly problems: readonly AnswerProblem[] }> {
  const { ref } = ask.input;
  const locked = await lockItem(tx, ask.plan, ref);
  if (locked === null) return { problems: [problemOf(ask.input, 'This item is no longer in the plan.')] };
  const { plan, item, row } = locked;
  if (!mayAnswer(plan, ask.owner, item.group, item)) {
    return {
      problems: [problemOf(ask.input, 'Only its owner and members of its group can answer for this item.')],
    };
  }

  const meeting = ask.meeting ?? openMeetingOf(plan, item.group);
  const answerId = `${ask.submissionId}/${ref.list[0]}${ref.key}`;
  const applied = applyAnswer({
    plan,
    item,
    input: ask.input,
    by: ask.owner,
    meeting,
    answerId,
    now: ask.now,
  });
  if (applied.problems !== undefined) return { problems: applied.problems };

  const changes: Record<string, unknown> = { ...applied.changes };
  const base = baseOf(row, changes);
  const answer = { list: ref.list, key: ref.key, changes, base, update: applied.update };
  const last = await recordAnswer(tx, plan.id, answer);
  return {
    plan: withRow(withRow(plan, ref.list, { ...row, ...changes }), 'Updates', applied.update),
    meetingKey: meeting?.key ?? null,
    remarks: [
      answeredToo({ plan, item, last, by: ask.owner, now: ask.now }),
      waitsForSignOff({ plan, item, said: ask.input.stage, update: applied.update }),
    ].filter((remark) => remark !== null),
  };
}

function problemOf({ ref }: AnswerInput, message: string): AnswerProblem {
  return { ref, label: '', field: 'ref', message };
}
