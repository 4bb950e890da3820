import { saveConversation } from '../store/conversations.ts';
import type { WorkflowDeps } from './deps.ts';
import type { ConversationSeen } from './use-cases.ts';

/** Remembers where a conversation is; conversations of other tenants are not kept. */
export async function seeConversation(deps: WorkflowDeps, seen: ConversationSeen): Promise<void> {
  if (seen.tenantId !== deps.tenantId) return;
  await saveConversation(deps.database, seen);
}
