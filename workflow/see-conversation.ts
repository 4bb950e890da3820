import { saveConversation } from '../store/conversations.ts';
import { rearmNotices } from '../store/ledger.ts';
import type { WorkflowDeps } from './deps.ts';
import { NOT_INSTALLED } from './notices/deliver-notices.ts';
import type { ConversationSeen } from './use-cases.ts';

/** Remembers where a conversation is, so that what waited for it can go out. Those of other tenants are not kept. */
export async function seeConversation(deps: WorkflowDeps, seen: ConversationSeen): Promise<void> {
  if (seen.tenantId !== deps.tenantId) return;
  const isReachableAnew = await saveConversation(deps.database, seen);
  if (!isReachableAnew) return;
  await rearmNotices(deps.database, NOT_INSTALLED);
  deps.nudge();
}
