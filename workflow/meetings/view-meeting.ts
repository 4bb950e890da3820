import type { GroupChoice, MeetingContent } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { buildMeeting } from '../../plan/meeting-record/meeting-content.ts';
import { checkInGroups, checksIn } from '../../plan/meetings/check-in-groups.ts';
import { openMeetingOf } from '../../plan/meetings/find-meeting.ts';
import { mayAnswer } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Group, Meeting } from '../../plan/rows.ts';
import {
  findPlansOf,
  IN_NO_PLAN,
  type KnownActor,
  refuse,
  requireActor,
  requireChannelGroup,
  requireMeeting,
} from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { noCheckIns } from './meeting-refusals.ts';
import { refuseOutsider } from './record-in-meeting.ts';

/** A meeting for the dialogs about it. */
export async function viewMeeting(
  deps: WorkflowDeps,
  { actor, planId, meetingKey }: Parameters<UseCases['viewMeeting']>[0],
): Promise<MeetingContent> {
  const known = await requireActor(deps, actor, planId);
  const { group, meeting } = requireMeeting(known.plan, meetingKey);
  return view(deps, known, group, meeting);
}

/** The same for a channel. */
export async function viewChannelMeeting(
  deps: WorkflowDeps,
  { actor, channelId, orLast = false }: Parameters<UseCases['viewChannelMeeting']>[0],
): Promise<MeetingContent> {
  const { group, ...known } = await requireChannelGroup(deps, actor, channelId);
  return viewCurrent(deps, known, group, orLast);
}

/** The same for a group. */
export async function viewGroupMeeting(
  deps: WorkflowDeps,
  { actor, planId, groupKey }: Parameters<UseCases['viewGroupMeeting']>[0],
): Promise<MeetingContent> {
  const known = await requireActor(deps, actor, planId);
  const group = known.plan.groups.find(({ key, active }) => key === groupKey && active !== false);
  if (group === undefined) {
    throw new AppError({
      code: 'STALE',
      message: 'group is not in the plan',
      userMessage: 'This group is no longer in the plan. Please choose another.',
    });
  }
  return viewCurrent(deps, known, group, false);
}

/** Groups the person may add actions to, in all their plans; their own first. @throws AppError `FORBIDDEN` for people in no plan */
export async function listGroups(
  deps: WorkflowDeps,
  { actor }: Parameters<UseCases['listGroups']>[0],
): Promise<readonly GroupChoice[]> {
  const known = await findPlansOf(deps, actor);
  if (known.length === 0) throw refuse(IN_NO_PLAN);
  return known
    .flatMap(({ plan, owner }) =>
      checkInGroups(plan)
        .filter((group) => mayAnswer(plan, owner, group))
        .map((group) => ({ plan, group, isOwn: owner.groups.includes(group.key) })),
    )
    .toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn))
    .map(({ plan, group }) => ({
      planId: plan.id,
      planName: plan.name,
      groupKey: group.key,
      groupName: group.title,
    }));
}

/** Nothing is added to a group that does not check in. */
function viewCurrent(deps: WorkflowDeps, known: KnownActor, group: Group, orLast: boolean): MeetingContent {
  const content = view(deps, known, group, meetingOf(known.plan, group, orLast));
  if (!checksIn(group)) throw noCheckIns(group);
  return content;
}

function view(
  deps: WorkflowDeps,
  { plan, owner }: KnownActor,
  group: Group,
  meeting: Meeting | null,
): MeetingContent {
  if (!mayAnswer(plan, owner, group)) throw refuseOutsider(group);
  return buildMeeting(plan, { group, meeting, owner, submissionKey: deps.newKey() });
}

/** The group's open meeting, or else its last one that is closed, where that will do. Meetings come in the order they start. */
function meetingOf(plan: Plan, group: Group, orLast: boolean): Meeting | null {
  const open = openMeetingOf(plan, group.key);
  if (open !== null || !orLast) return open;
  return plan.meetings.findLast((row) => row.group === group.key && row.state === 'Closed') ?? null;
}
