import type { SupersededContent } from '../../plan/content.ts';
import { groupName } from '../../plan/items.ts';
import { wordsOfMeeting } from '../../plan/meetings/meetings.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Meeting } from '../../plan/rows.ts';
import { type CheckInCard, claimCard, putCardBack } from '../../store/check-in-cards.ts';
import type { LoopDeps } from '../deps.ts';
import { attemptSend, placeOf } from '../sending/attempt-send.ts';
import { severalAtOnce } from '../sending/several-at-once.ts';
import { checkInContent } from './check-in-content.ts';
import { drawnOf } from './drawn-card.ts';
import { replaceCard } from './replace-card.ts';

/** Longer than any update can take, with its time-out. */
const DRAWING_MS = 2 * 60_000;

/** How many are drawn at the same time by one process. */
const AT_ONCE = 8;

/** A card is drawn once in this time, whatever happens: Teams takes 60 messages in 30 s from one conversation. */
const REST_MS = 1_000;

/** What failed on our side is left alone for so long. */
const FAULT_REST_MS = 60_000;

/** Teams is out of order, or too slow to tell what became of an update: a card rests ever longer, and shows all at last. */
const OUTAGE = { firstMs: 4_000, mostMs: 60_000 } as const;

/** Teams refuses the card, and nothing could take its place so far. */
const REFUSAL = { firstMs: 60_000, mostMs: 10 * 60_000 } as const;

/**
 * Draws the check-in cards again that no longer show how things stand. Where Teams refuses the update, another card is
 * posted and the old one says so; while Teams is out of order, it is tried until it is in order again. May run in
 * several processes at once: each card is drawn by one, so that an older drawing never follows a newer. A card is looked
 * at once, whatever comes of it, so that none holds up the others.
 * Answers how many were.
 */
export async function refreshCards(deps: LoopDeps): Promise<number> {
  const seen: CheckInCard[] = [];
  return severalAtOnce(AT_ONCE, {
    async take() {
      const card = await claimCard(deps.database, { forMs: DRAWING_MS, except: seen });
      if (card !== null) seen.push(card);
      return card;
    },
    async work(card) {
      try {
        await refresh(deps, card);
      } catch (error) {
        const { name, message } = error as Error;
        deps.log.error(
          { planId: card.planId, error: name, reason: message },
          'card not drawn; it is tried again',
        );
        await putCardBack(deps.database, card, { dirty: true, restMs: FAULT_REST_MS });
      }
    },
  });
}

async function refresh(deps: LoopDeps, card: CheckInCard): Promise<void> {
  const plan = await deps.plans.get(card.planId);
  const meeting = plan?.meetings.find((candidate) => candidate.key === card.meetingKey);
  // Nothing is known of it any more: whatever it says of answers that wait, it is not drawn for that.
  if (plan == null || meeting === undefined)
    return putCardBack(deps.database, card, { shows: { waiting: 0 } });
  const content = card.superseded
    ? supersededContent(plan, meeting)
    : await checkInContent(deps.database, { plan, meeting, now: deps.clock.now() });
  const shows = drawnOf(content);
  // What became of a drawing that failed is not known: it is made again even where it goes back to how it was.
  if (shows.drawn === card.drawn && card.failures === 0) return putCardBack(deps.database, card, { shows });
  const { conversationId, activityId, serviceUrl } = card;
  const place = { tenantId: deps.tenantId, place: placeOf(conversationId) };
  const outcome = await attemptSend(deps, place, () =>
    deps.messenger.update({ at: { conversationId, activityId }, serviceUrl, content }),
  );
  if (outcome.status === 'sent') return putCardBack(deps.database, card, { shows, restMs: REST_MS });
  if (outcome.status === 'later') {
    const restMs = Math.max(REST_MS, outcome.waitMs);
    return putCardBack(deps.database, card, { dirty: true, restMs });
  }
  const failures = card.failures + 1;
  if (outcome.status === 'ambiguous') {
    return putCardBack(deps.database, card, { dirty: true, failures, restMs: restAfter(failures, OUTAGE) });
  }
  return settleRefusal(deps, card, { plan, meeting, code: outcome.code });
}

/**
 * Teams does not let the card be changed. It stays out of date: it is left alone while another is being posted in its
 * place, superseded when that stands, and tried again when it came to anything else.
 */
async function settleRefusal(
  deps: LoopDeps,
  card: CheckInCard,
  { plan, meeting, code }: { readonly plan: Plan; readonly meeting: Meeting; readonly code: string },
): Promise<void> {
  const group = plan.groups.find((candidate) => candidate.key === meeting.group);
  // A superseded card is told once to say so; nobody misses it. Nor is there a channel for another without a group.
  if (card.superseded || group === undefined) {
    return putCardBack(deps.database, card, { shows: { waiting: 0 } });
  }
  deps.log.warn({ planId: card.planId, code }, 'card could not be updated; another is to stand for it');
  await replaceCard(deps, card, { plan, group, meeting });
  const failures = card.failures + 1;
  return putCardBack(deps.database, card, { dirty: true, failures, restMs: restAfter(failures, REFUSAL) });
}

/** Twice as long after each failure in a row as after the one before. */
const restAfter = (
  failures: number,
  { firstMs, mostMs }: { readonly firstMs: number; readonly mostMs: number },
): number => Math.min(mostMs, firstMs * 2 ** (failures - 1));

function supersededContent(plan: Plan, meeting: Meeting): SupersededContent {
  return {
    kind: 'superseded',
    planId: plan.id,
    planName: plan.name,
    groupName: groupName(plan, meeting.group) ?? 'Group',
    meetingWords: wordsOfMeeting(meeting, plan.settings.timeZone),
  };
}
