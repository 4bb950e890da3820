import { formatDay } from '../../plan/calendar/dates.ts';
import type { MeetingResult } from '../../plan/content.ts';
import { ownerName } from '../../plan/items.ts';
import { newAction } from '../../plan/meeting-record/new-action.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Action } from '../../plan/rows.ts';
import { saveHandover } from '../../store/notice-ledger.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { addRow } from '../write-row.ts';
import { recordInMeeting } from './record-in-meeting.ts';

/** Adds an action to the group, raised at the meeting where one is given: a new row, here at once and soon in SharePoint. */
export async function addAction(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['addAction']>[0],
): Promise<MeetingResult> {
  const { groupKey, meetingKey, action: input } = ask;
  return recordInMeeting(deps, ask, { groupKey, meetingKey, action: input }, async (tx, place) => {
    const { plan, owner, now } = place;
    const { action, problems } = newAction({ ...place, input, key: deps.newKey() });
    if (problems !== undefined) return { problems };
    await addRow(tx, plan.id, { list: 'Actions', row: action, said: { by: owner, now } });
    if (action.owner !== owner.key) {
      const ref = { list: 'Actions', key: action.key } as const;
      const given = { kind: 'given', by: owner.key, words: null, at: now.toString() } as const;
      await saveHandover(tx, { planId: plan.id, ref, ...given });
    }
    return { words: addedWords(plan, action) };
  });
}

/** Until SharePoint has numbered it, an action is called by its title. */
function addedWords(plan: Plan, { title, owner, baselineDue }: Action): string {
  const due = baselineDue === null ? '' : `, due ${formatDay(baselineDue)}`;
  return `Added “${title}” for ${ownerName(plan, owner)}${due}. It gets its number as soon as SharePoint has it.`;
}
