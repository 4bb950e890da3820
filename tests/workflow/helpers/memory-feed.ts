import type { ActivityFeed, FeedOutcome } from '../../../graph/activity-feed.ts';

/** An activity feed that keeps what it was sent, and answers as a test says. */
export interface MemoryFeed extends ActivityFeed {
  readonly sent: Parameters<ActivityFeed['send']>[0][];
  /** What became of every attempt from now on. */
  outcome: FeedOutcome;
}

export function createMemoryFeed(): MemoryFeed {
  const sent: MemoryFeed['sent'] = [];
  const feed: MemoryFeed = {
    sent,
    outcome: { status: 'sent' },
    send(news) {
      sent.push(news);
      return Promise.resolve(feed.outcome);
    },
  };
  return feed;
}
