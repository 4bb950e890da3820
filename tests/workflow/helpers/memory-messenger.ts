import type { NoticeContent } from '../../../plan/content.ts';
import type { Messenger, Recipient, SendOutcome } from '../../../workflow/ports/messenger.ts';

type Sent = Parameters<Messenger['send']>[0];
type Updated = Parameters<Messenger['update']>[0];

/** Stands where Teams is: keeps what is sent, and answers what a test tells it to. */
export interface MemoryMessenger extends Messenger {
  readonly sent: Sent[];
  readonly updated: Updated[];
  /** What was sent of one kind, in order. */
  of<K extends NoticeContent['kind']>(kind: K): (Extract<NoticeContent, { kind: K }> & { to: Recipient })[];
  /** What becomes of sends and updates from now on; `null` = Teams takes them. A throw is a process that dies. */
  answer: ((message: Sent | Updated) => SendOutcome) | null;
}

/** Teams as it is on a good day: a channel's messages stand in the channel, a person's in their chat. */
export function createMemoryMessenger(): MemoryMessenger {
  const sent: Sent[] = [];
  const updated: Updated[] = [];
  const messenger: MemoryMessenger = {
    sent,
    updated,
    answer: null,
    of: (kind) =>
      sent.flatMap(({ to, content }) => (content.kind === kind ? [{ ...content, to }] : [])) as never,
    async send(message) {
      sent.push(message);
      if (messenger.answer !== null) return messenger.answer(message);
      const { to } = message;
      const conversationId = to.kind === 'channel' ? to.channelId : `chat:${to.entraObjectId}`;
      return { status: 'sent', conversationId, activityId: `activity-${sent.length}` };
    },
    async update(message) {
      updated.push(message);
      return messenger.answer?.(message) ?? { status: 'sent', ...message.at };
    },
  };
  return messenger;
}
