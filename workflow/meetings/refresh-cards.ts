import { buildCheckIn } from '../../plan/check-in.ts';
import type { CheckInContent, SupersededContent } from '../../plan/content.ts';
import { groupName } from '../../plan/items.ts';
import { wordsOfMeeting } from '../../plan/meetings/meetings.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Meeting } from '../../plan/rows.ts';
import { type CheckInCard, claimCard, putCardBack } from '../../store/check-in-cards.ts';
import { readWaitingAnswers } from '../../store/record-answer.ts';
import type { LoopDeps } from '../deps.ts';
import type { SendOutcome } from '../ports/messenger.ts';
import { drawnOf } from './drawn-card.ts';
import { replaceCard } from './replace-card.ts';

/** Longer than any update can take, with its time-out. */
const DRAWING_MS = 2 * 60_000;

/** A card is drawn once in this time, whatever happens: Teams takes 60 messages in 30 s from one conversation. */
const REST_MS = 2_000;

/** After so many updates in a row of which nothing is known, the card counts as refused; they take about a minute. */
const MOST_FAILURES = 5;

/** What failed on our side, or was refused, is left alone for so long. */
const LONG_REST_MS = 60_000;

/**
 * Draws the check-in cards again that no longer show how things stand. Where Teams refuses the update, another card is
 * posted and the old one says so. May run in several processes at once: each card is drawn by one, so that an older
 * drawing never follows a newer. A card is looked at once, whatever comes of it, so that none holds up the others.
 * Answers how many were.
 */
export async function refreshCards(deps: LoopDeps): Promise<number> {
  const seen: CheckInCard[] = [];
  for (;;) {
    const card = await claimCard(deps.database, { forMs: DRAWING_MS, except: seen });
    if (card === null) return seen.length;
    seen.push(card);
    try {
      await refresh(deps, card);
    } catch (error) {
      const { name, message } = error as Error;
      deps.log.error(
        { planId: card.planId, error: name, reason: message },
        'card not drawn; it is tried again',
      );
      await putCardBack(deps.database, card, { dirty: true, restMs: LONG_REST_MS });
    }
  }
}

async function refresh(deps: LoopDeps, card: CheckInCard): Promise<void> {
  const plan = await deps.plans.get(card.planId);
  const meeting = plan?.meetings.find((candidate) => candidate.key === card.meetingKey);
  // Nothing is known of it any more: whatever it says of answers that wait, it is not drawn for that.
  if (plan == null || meeting === undefined)
    return putCardBack(deps.database, card, { shows: { waiting: 0 } });
  const content = card.superseded
    ? supersededContent(plan, meeting)
    : await checkInContent(deps, plan, meeting);
  const shows = drawnOf(content);
  if (shows.drawn === card.drawn) return putCardBack(deps.database, card, { shows });
  const { conversationId, activityId, serviceUrl } = card;
  const outcome = await deps.messenger.update({ at: { conversationId, activityId }, serviceUrl, content });
  if (outcome.status === 'sent') return putCardBack(deps.database, card, { shows, restMs: REST_MS });
  if (outcome.status === 'throttled') {
    const restMs = Math.max(REST_MS, outcome.retryAfterMs);
    return putCardBack(deps.database, card, { dirty: true, restMs });
  }
  return settleRefusal(deps, card, { plan, meeting, outcome });
}

/** An update that was refused, or perhaps taken: drawing it twice does no harm, so that is tried for a while. */
async function settleRefusal(
  deps: LoopDeps,
  card: CheckInCard,
  {
    plan,
    meeting,
    outcome,
  }: {
    readonly plan: Plan;
    readonly meeting: Meeting;
    readonly outcome: Extract<SendOutcome, { status: 'permanent' | 'ambiguous' }>;
  },
): Promise<void> {
  // A superseded card is told once to say so; nobody misses it.
  if (card.superseded) return putCardBack(deps.database, card, {});
  const failures = card.failures + 1;
  if (outcome.status === 'ambiguous' && failures < MOST_FAILURES) {
    return putCardBack(deps.database, card, { dirty: true, failures, restMs: REST_MS * 2 ** failures });
  }
  deps.log.warn(
    { planId: card.planId, code: outcome.code },
    'card could not be updated; another is to stand for it',
  );
  const group = plan.groups.find((candidate) => candidate.key === meeting.group);
  if (group !== undefined) await replaceCard(deps, card, { plan, group, meeting });
  return putCardBack(deps.database, card, { restMs: LONG_REST_MS });
}

async function checkInContent(deps: LoopDeps, plan: Plan, meeting: Meeting): Promise<CheckInContent> {
  const { count: waitingCount } = await readWaitingAnswers(deps.database, plan.id, meeting.key);
  return buildCheckIn(plan, meeting, deps.clock.now(), { waitingCount });
}

function supersededContent(plan: Plan, meeting: Meeting): SupersededContent {
  return {
    kind: 'superseded',
    planId: plan.id,
    planName: plan.name,
    groupName: groupName(plan, meeting.group) ?? 'Group',
    meetingWords: wordsOfMeeting(meeting, plan.settings.timeZone),
  };
}
