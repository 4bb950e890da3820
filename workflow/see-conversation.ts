import { saveConversation } from '../store/conversations.ts';
import { rearmNotices } from '../store/ledger.ts';
import {
  forgetLostTeam,
  saveLostChannel,
  saveLostTeam,
  WAITING_FOR_CHANNEL,
} from '../store/lost-channels.ts';
import { forgetUnreachable } from '../store/unreachable-people.ts';
import type { WorkflowDeps } from './deps.ts';
import type { ConversationSeen } from './use-cases.ts';

/**
 * Remembers where a conversation is, so that what waited for it can go out, or that a channel is lost. Of people who are
 * in no plan too: they may be added to it tomorrow. What is kept is where to answer, and nothing they wrote. Those of
 * other tenants are not kept.
 */
export async function seeConversation(deps: WorkflowDeps, seen: ConversationSeen): Promise<void> {
  if (seen.tenantId !== deps.tenantId) return;
  const isReachableAnew = await saveConversation(deps.database, seen);
  if (!seen.reachable) return noteLost(deps, seen);
  if (!isReachableAnew) return;
  const { tenantId, entraObjectId } = seen;
  if (entraObjectId === null) await forgetLostTeam(deps.database, seen);
  else await forgetUnreachable(deps.database, { tenantId, entraObjectId, now: deps.clock.now().toString() });
  await rearmNotices(deps.database, WAITING_FOR_CHANNEL.notInstalled);
  deps.nudge();
}

async function noteLost(
  { database }: WorkflowDeps,
  { tenantId, channelId, teamId, wholeTeam }: ConversationSeen,
): Promise<void> {
  if (wholeTeam && teamId !== null) await saveLostTeam(database, { tenantId, teamId });
  else if (channelId !== null) await saveLostChannel(database, { channelId, teamId });
}
