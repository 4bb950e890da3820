import type { ItemQuestion, QuestionsContent } from '../content.ts';
import { groupItems, groupName, isClosed, itemsOf, lineOf } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import type { Meeting, Owner } from '../rows.ts';
import { type AskedItem, askedItems, byUrgency } from './asked-items.ts';

/**
 * The form for one person. In a check-in: their own asked items; else, as anybody may answer for the
 * group, all its asked items; where nothing is asked, their own open items, else the group's. Outside a
 * meeting: all their open items. Still to answer first, the most pressing first.
 */
export function buildQuestions(
  plan: Plan,
  meeting: Meeting | null,
  owner: Owner,
  submissionKey: string,
  now: Temporal.Instant,
): QuestionsContent {
  const asked = meeting === null ? myItems(plan, owner, now) : itemsToAnswer(plan, meeting, owner, now);
  return {
    kind: 'questions',
    planId: plan.id,
    planName: plan.name,
    meetingKey: meeting?.key ?? null,
    groupName: groupName(plan, meeting?.group ?? null),
    personName: owner.title,
    submissionKey,
    questions: asked.map(({ item, answer }) => questionOf(plan, item, answer !== null, now)),
    groups: plan.groups
      .filter(({ key, active }) => key !== meeting?.group && active !== false)
      .map(({ key, title }) => ({ key, name: title })),
  };
}

function itemsToAnswer(
  plan: Plan,
  meeting: Meeting,
  owner: Owner,
  now: Temporal.Instant,
): readonly AskedItem[] {
  const asked = askedItems(plan, meeting, now);
  const mine = asked.filter((one) => one.item.owner === owner.key);
  if (mine.length > 0) return mine;
  if (asked.length > 0) return asked;
  const open = (meeting.group === null ? [] : groupItems(plan, meeting.group)).filter(
    (item) => !isClosed(item.stage),
  );
  const own = open.filter((item) => item.owner === owner.key);
  return byUrgency(plan, own.length > 0 ? own : open, now);
}

function myItems(plan: Plan, owner: Owner, now: Temporal.Instant): readonly AskedItem[] {
  const mine = itemsOf(plan).filter((item) => item.owner === owner.key && !isClosed(item.stage));
  return byUrgency(plan, mine, now);
}

function questionOf(plan: Plan, item: Item, answered: boolean, now: Temporal.Instant): ItemQuestion {
  return {
    ...lineOf(plan, item, now),
    last: lastOf(item),
    answered,
  };
}

/** What was last said of an item. */
export function lastOf(item: Item): ItemQuestion['last'] {
  return {
    stage: item.stage ?? 'Not started',
    confidence: item.confidence,
    forecastDue: item.forecastDue ?? item.baselineDue,
    note: item.latestNote,
    blocker: item.blocker,
    waitingOn: item.waitingOn,
    evidenceUrl: item.evidenceUrl,
  };
}
