import type { IncomingActivity } from './incoming-activity.ts';

/** How many messages are remembered: some hours of a busy council. */
const REMEMBERED = 5_000;

/**
 * Knows messages that came before: Teams sends one again when the answer took long. Only for what people
 * write; presses on cards carry a submission key, which is checked where it is stored.
 * Remembers in this process only: after a restart a message may be answered twice.
 */
export interface RecentMessages {
  /** `true` the first time; `false` when it was claimed before. */
  claim(activity: IncomingActivity): boolean;
  /** Answering failed: the next delivery is to be tried again. */
  release(activity: IncomingActivity): void;
}

export const createRecentMessages = (): RecentMessages => {
  const seen = new Set<string>();
  return {
    claim(activity) {
      const key = keyOf(activity);
      if (key === null) return true;
      if (seen.has(key)) return false;
      seen.add(key);
      for (const oldest of seen) {
        if (seen.size <= REMEMBERED) break;
        seen.delete(oldest);
      }
      return true;
    },
    release(activity) {
      const key = keyOf(activity);
      if (key !== null) seen.delete(key);
    },
  };
};

const keyOf = (activity: IncomingActivity): string | null =>
  activity.id ? `${activity.conversation?.id ?? ''}\n${activity.id}` : null;
