import { MARK, planIdOf } from '../two-plans.ts';
import type { SomeCalls } from './use-case-call.ts';

/** Closures, calendars that are taken in, and feeds. */
export const CALENDAR_CALLS = {
  viewCalendarImport: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { letter }) =>
      useCases.viewCalendarImport({ actor, draftKey: `calendar-${letter}`, planId: planIdOf(letter) }),
  },
  confirmCalendarImport: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { letter }) =>
      useCases.confirmCalendarImport({ actor, draftKey: `calendar-${letter}`, kind: 'Quiet' }),
  },
  cancelCalendarImport: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { letter }) =>
      useCases.cancelCalendarImport({ actor, draftKey: `calendar-${letter}` }),
  },
  listClosures: {
    about: 'own',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor) => useCases.listClosures({ actor }),
  },
  viewPlanCalendar: {
    about: 'plan',
    works: true,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) => useCases.viewPlanCalendar({ actor, planId: planIdOf(letter) }),
  },
  addClosure: {
    about: 'plan',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) =>
      useCases.addClosure({
        actor,
        planId: planIdOf(letter),
        submissionKey: 'a-closure-in-both',
        closure: {
          title: `Closed ${MARK[letter]}`,
          from: '2022-03-01',
          to: '',
          kind: 'Quiet',
          groups: [],
        },
      }),
  },
  cancelClosure: {
    about: 'plan',
    works: false,
    may: [],
    call: (useCases, actor, { letter }) =>
      useCases.cancelClosure({ actor, planId: planIdOf(letter), closureKey: 'no-such-row' }),
  },
  viewCalendarFeeds: {
    about: 'own',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor) => useCases.viewCalendarFeeds({ actor }),
  },
  makeCalendarFeed: {
    about: 'plan',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) => useCases.makeCalendarFeed({ actor, planId: planIdOf(letter) }),
  },
  stopCalendarFeed: {
    about: 'plan',
    works: false,
    may: ['plan manager'],
    call: (useCases, actor, { letter }) => useCases.stopCalendarFeed({ actor, planId: planIdOf(letter) }),
  },
} satisfies SomeCalls;
