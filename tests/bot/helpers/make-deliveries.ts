import type { DeliveriesContent, DeliveryCount, OpenDelivery, UnreachedLine } from '../../../plan/content.ts';

export const makeCount = (over: Partial<DeliveryCount> = {}): DeliveryCount => ({
  kindWords: 'Reminders',
  reached: 41,
  notReached: 0,
  unclear: 0,
  waiting: 0,
  nothingToSay: 0,
  ...over,
});

export const makeUnreached = (over: Partial<UnreachedLine> = {}): UnreachedLine => ({
  whoName: 'Finance lead',
  kindWords: 'Reminder',
  count: 1,
  dueWords: 'Mon 24 Jan 2022, 09:00',
  why: 'They have blocked Milepost in Teams.',
  instead: 'Nothing was sent in its place.',
  ...over,
});

export const makeOpen = (over: Partial<OpenDelivery> = {}): OpenDelivery => ({
  ...makeUnreached({
    whoName: 'SEND',
    kindWords: 'Digest',
    why: 'Teams was asked to take it and gave no clear answer.',
    instead: 'It is not sent again by itself. That can be asked for until Thu 27 Jan 2022, 09:00.',
  }),
  noticeId: 41,
  attempt: 1,
  isUnclear: true,
  maySendAgain: true,
  ...over,
});

/** Everything arrived; tests override what did not. */
export const makeDeliveries = (over: Partial<DeliveriesContent> = {}): DeliveriesContent => ({
  kind: 'deliveries',
  planId: 'alp',
  planName: 'ALP improvement plan',
  scope: 'all',
  page: 0,
  periodWords: '11 to 24 Jan 2022',
  hasOlder: true,
  counts: [makeCount({ kindWords: 'Digests', reached: 6 }), makeCount()],
  open: [],
  unreached: [],
  decided: [],
  unwritten: [],
  ...over,
});

/** A fortnight in which much went wrong. */
export const makeTroubledDeliveries = (over: Partial<DeliveriesContent> = {}): DeliveriesContent =>
  makeDeliveries({
    counts: [
      makeCount({ kindWords: 'Digests', reached: 5, unclear: 1, notReached: 1 }),
      makeCount({ reached: 38, notReached: 4, unclear: 1, waiting: 2, nothingToSay: 3 }),
    ],
    open: [
      makeOpen(),
      makeOpen({ noticeId: 42, whoName: 'Head of SEND', kindWords: 'Reminder', isUnclear: true }),
      makeOpen({ noticeId: 43 }),
    ],
    unreached: [
      makeUnreached({ count: 3 }),
      makeUnreached({
        whoName: 'Data',
        kindWords: 'Digest',
        why: 'The channel is gone, or its team is archived.',
        instead:
          'It waits, and is tried until Thu 27 Jan 2022, 09:00. It goes nowhere else. Plan managers and the group’s chair were told on Mon 24 Jan 2022, 10:02.',
      }),
    ],
    unwritten: [
      {
        whoName: 'Commissioning lead',
        why: 'Away until Fri 4 Feb 2022, without a deputy.',
        instead: 'Nothing is sent to anybody else. A deputy can be entered in the Owners list.',
      },
    ],
    decided: [
      {
        whoName: 'SEND',
        kindWords: 'Milestone alert',
        words: 'Asked for again by Plan manager, Thu 20 Jan 2022, 10:05. Sent again Thu 20 Jan 2022, 10:05.',
      },
    ],
    ...over,
  });
