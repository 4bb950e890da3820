import type {
  CalendarFeedContent,
  CalendarPreviewContent,
  ClosureResult,
  ClosuresContent,
} from '../../../plan/content.ts';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';

type OfCalendar = Pick<
  UseCases,
  | 'viewCalendarImport'
  | 'confirmCalendarImport'
  | 'cancelCalendarImport'
  | 'listClosures'
  | 'viewPlanCalendar'
  | 'addClosure'
  | 'cancelClosure'
  | 'viewCalendarFeeds'
  | 'makeCalendarFeed'
  | 'stopCalendarFeed'
>;

/** What there is of one plan's calendar. */
export interface MemoryCalendar {
  closures: ClosuresContent;
  feed: CalendarFeedContent;
  /** What stands in the way of what is submitted. */
  problems: ClosureResult['problems'];
}

const line = { title: 'Half term', daysWords: '14 to 18 Feb 2022', kindWords: 'Quiet' };

export const makeCalendarPreview = (over: Partial<CalendarPreviewContent> = {}): CalendarPreviewContent => ({
  kind: 'calendar-preview',
  draftKey: 'draft-0001',
  planId: 'alp',
  planName: 'ALP improvement plan',
  fileName: 'terms.ics',
  readingWords: 'The file names holidays and days off: those are taken as they stand.',
  countsWords: '1 new, 1 changed, 1 as they are.',
  added: [line],
  changed: ['Easter: 11 to 22 Apr 2022 → 4 to 15 Apr 2022'],
  unchanged: [{ ...line, title: 'Summer holiday' }],
  doubts: ['“INSET day” (line 4) has no end: its first day alone is taken.'],
  closureKind: 'Quiet',
  ...over,
});

export const makeClosures = (over: Partial<ClosuresContent> = {}): ClosuresContent => ({
  kind: 'closures',
  planId: 'alp',
  planName: 'ALP improvement plan',
  closures: [{ key: 'closure-1', ...line }],
  groups: [{ groupKey: 'send', groupName: 'SEND' }],
  ...over,
});

export const makeFeed = (over: Partial<CalendarFeedContent> = {}): CalendarFeedContent => ({
  kind: 'calendar-feed',
  planId: 'alp',
  planName: 'ALP improvement plan',
  madeAtWords: null,
  secret: null,
  ...over,
});

export const makeCalendar = (): MemoryCalendar => ({
  closures: makeClosures(),
  feed: makeFeed(),
  problems: [],
});

/** Use cases about one plan's calendar in memory. `enter` notes each call and lets in whom the plan knows. */
export const memoryCalendar = (
  enter: (name: keyof UseCases, ask: object & { actor?: Actor }) => void,
  now: () => MemoryCalendar,
): OfCalendar => ({
  viewCalendarImport: async (ask) => {
    enter('viewCalendarImport', ask);
    return makeCalendarPreview({ planId: ask.planId });
  },
  confirmCalendarImport: async (ask) => {
    enter('confirmCalendarImport', ask);
    return { words: '2 added, 0 changed, 1 as they were.' };
  },
  cancelCalendarImport: async (ask) => {
    enter('cancelCalendarImport', ask);
  },
  listClosures: async (ask) => {
    enter('listClosures', ask);
    return [now().closures];
  },
  viewPlanCalendar: () => Promise.reject(new Error('the bot shows closures and address apart')),
  addClosure: async (ask) => {
    enter('addClosure', ask);
    const { problems, closures } = now();
    return { words: problems.length === 0 ? 'Added Half term.' : '', problems, closures };
  },
  cancelClosure: async (ask) => {
    enter('cancelClosure', ask);
    return { ...now().closures, closures: [] };
  },
  viewCalendarFeeds: async (ask) => {
    enter('viewCalendarFeeds', ask);
    return [now().feed];
  },
  makeCalendarFeed: async (ask) => {
    enter('makeCalendarFeed', ask);
    return makeFeed({ madeAtWords: 'Mon 24 Jan 2022, 10:00', secret: 'the-secret' });
  },
  stopCalendarFeed: async (ask) => {
    enter('stopCalendarFeed', ask);
    return makeFeed();
  },
});
