import { createHash } from 'node:crypto';
import { buildCheckIn } from '../../plan/check-in.ts';
import type { CheckInContent } from '../../plan/content.ts';
import {
  type CheckInCard,
  claimDirtyCards,
  markDirtyAgain,
  markSuperseded,
  recordDrawn,
  saveCard,
} from '../../store/check-in-cards.ts';
import type { LoopDeps } from '../deps.ts';

/**
 * Draws the check-in cards again that no longer show how things stand. Where Teams refuses the update, a new card is
 * posted and the old one is kept up to date no longer. Answers how many were drawn.
 */
export async function refreshCards(deps: LoopDeps): Promise<number> {
  const cards = await claimDirtyCards(deps.database);
  for (const card of cards) {
    try {
      await refresh(deps, card);
    } catch (error) {
      const { name, message } = error as Error;
      deps.log.error(
        { planId: card.planId, error: name, reason: message },
        'card not drawn; it is tried again',
      );
      await markDirtyAgain(deps.database, card);
    }
  }
  return cards.length;
}

async function refresh(deps: LoopDeps, card: CheckInCard): Promise<void> {
  const plan = await deps.plans.get(card.planId);
  const meeting = plan?.meetings.find((candidate) => candidate.key === card.meetingKey);
  if (plan == null || meeting === undefined) return;
  const content = buildCheckIn(plan, meeting, deps.clock.now());
  const drawn = createHash('sha256').update(JSON.stringify(content)).digest('base64');
  if (drawn === card.drawn) return;
  const { conversationId, activityId, serviceUrl } = card;
  const outcome = await deps.messenger.update({ at: { conversationId, activityId }, serviceUrl, content });
  if (outcome.status === 'sent') await recordDrawn(deps.database, card, drawn);
  if (outcome.status === 'throttled' || outcome.status === 'ambiguous')
    await markDirtyAgain(deps.database, card);
  if (outcome.status === 'permanent') {
    deps.log.warn(
      { planId: card.planId, code: outcome.code },
      'card could not be updated; a new one is posted',
    );
    const group = plan.groups.find((candidate) => candidate.key === meeting.group);
    await postAgain(deps, card, content, {
      teamId: group?.teamId ?? null,
      channelId: group?.channelId ?? null,
    });
  }
}

async function postAgain(
  deps: LoopDeps,
  card: CheckInCard,
  content: CheckInContent,
  { teamId, channelId }: { readonly teamId: string | null; readonly channelId: string | null },
): Promise<void> {
  await markSuperseded(deps.database, card);
  if (channelId === null) return;
  const to = { kind: 'channel', tenantId: deps.tenantId, teamId, channelId } as const;
  const outcome = await deps.messenger.send({ to, content });
  if (outcome.status !== 'sent') return;
  const { conversationId, activityId } = outcome;
  await saveCard(deps.database, { ...card, conversationId, activityId });
}
