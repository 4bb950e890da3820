import { createHash } from 'node:crypto';
import type { NoticeContent } from '../../../plan/content.ts';
import type { Messenger, Recipient, SendOutcome } from '../../../workflow/ports/messenger.ts';

/** One message that Teams was given. */
export interface Sent {
  readonly kind: NoticeContent['kind'];
  /** Id of the channel, or directory id of the person in small letters. */
  readonly to: string;
  readonly toPerson: boolean;
  /** By the clock of the process that sent it. */
  readonly at: Temporal.Instant;
  /** By the right clock. */
  readonly rightly: Temporal.Instant;
  /** The same for the same words. */
  readonly words: string;
  /** Of a reminder or alert, how many entries it has; else 0. */
  readonly entries: number;
}

/** Stands where Teams is, in this process: takes everything and remembers it. */
export interface SentLog {
  readonly sent: Sent[];
  /** What becomes of sends from now on; `null` = Teams takes them. */
  refuse: (() => SendOutcome) | null;
  /** As a process reaches it whose clock this is. */
  messengerOf(now: () => Temporal.Instant): Messenger;
}

/** @param rightNow the time by the right clock */
export function createSentLog(rightNow: () => Temporal.Instant): SentLog {
  const log: SentLog = {
    sent: [],
    refuse: null,
    messengerOf: (now) => ({
      async send({ to, content }) {
        if (log.refuse !== null) return log.refuse();
        const toPerson = to.kind === 'person';
        log.sent.push({
          kind: content.kind,
          to: idOf(to),
          toPerson,
          at: now(),
          rightly: rightNow(),
          words: createHash('sha256').update(JSON.stringify(content)).digest('base64'),
          entries: entriesOf(content),
        });
        return { status: 'sent', conversationId: idOf(to), activityId: `activity-${log.sent.length}` };
      },
      // Cards that are drawn again are no message.
      update: async ({ at }) => ({ status: 'sent', ...at }),
    }),
  };
  return log;
}

const idOf = (to: Recipient): string =>
  to.kind === 'channel' ? to.channelId : to.entraObjectId.toLowerCase();

function entriesOf(content: NoticeContent): number {
  if (content.kind === 'alert') return content.entries.length;
  if (content.kind === 'reminder') return content.plans.flatMap(({ entries }) => entries).length;
  return 0;
}
