import { LISTS_PATH, ok, PLAN_PATH, STORY_PATH } from './open-tab.ts';
import { sampleCoProduction, sampleYouSaid } from './sample-co-production.ts';
import { sampleDeliveries } from './sample-deliveries.ts';
import { sampleListsState } from './sample-lists-state.ts';
import { sampleMeasures } from './sample-measures.ts';
import { sampleOverview } from './sample-overview.ts';
import { REPORTS_PATH, sampleReport, sampleReports, sampleVersion } from './sample-reports.ts';
import { sampleSettings } from './sample-settings.ts';
import { sampleStory } from './sample-story.ts';
import type { Answer } from './tab-server.ts';

/** What people name, or write. */
const WRITTEN = new Set([
  'title',
  'name',
  'planName',
  'groupName',
  'ownerName',
  'themeTitle',
  'chairName',
  'waitingOnName',
  'byName',
  'recordedByName',
  'whoName',
  'note',
  'reason',
  'conditions',
  'dissent',
  'facilitatorName',
  'said',
  'purpose',
  'fullText',
  'latestNote',
  'blocker',
  'ask',
  'why',
  'fileName',
  'boardName',
  'authorName',
  'editedByName',
  'caption',
]);
/** A word that no line of a phone holds. */
const LONG_WORD = 'Multi_Agency_Safeguarding_And_Provision_Partnership';

/** The same with all that people wrote made long. */
export function lengthened<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (key, inner) =>
    WRITTEN.has(key) && typeof inner === 'string' ? `${inner} for the ${LONG_WORD}` : inner,
  );
}

/** The sample plan as a plan manager meets it, with long names and something on every page; a past day where `isPast`. */
export function longPlan({ isPast = false } = {}) {
  const overview = sampleOverview();
  return lengthened({
    ...overview,
    isPast,
    viewer: { ...overview.viewer, isPlanManager: true },
  });
}

/** What the server answers of the long plan, by path. */
export function longAnswers(): Readonly<Record<string, Answer>> {
  const { planId, planName } = longPlan();
  return {
    '/plans': ok({
      plans: [
        { planId, planName },
        { planId: 'send', planName: `${planName}, the second` },
      ],
    }),
    [PLAN_PATH]: ok(longPlan()),
    [LISTS_PATH]: ok({ lists: lengthened(sampleListsState()) }),
    [STORY_PATH]: ok(lengthened(sampleStory())),
    '/plans/alp/settings': ok(sampleSettings()),
    '/plans/alp/measures': ok(lengthened(sampleMeasures())),
    '/plans/alp/co-production': ok(lengthened(sampleCoProduction())),
    '/plans/alp/you-said': ok({ paper: sampleYouSaid() }),
    '/plans/alp/deliveries': ok({ deliveries: lengthened(sampleDeliveries()) }),
    '/plans/alp/imports': ok(lengthened(IMPORTS)),
    '/plans/alp/closures': ok(lengthened(CLOSURES)),
    [REPORTS_PATH]: ok(lengthened(sampleReports())),
    [`${REPORTS_PATH}/draft`]: ok(lengthened(sampleReport({ obstacles: [NO_CHANNEL] }))),
    [`${REPORTS_PATH}/posted`]: ok(lengthened(POSTED)),
  };
}

const LIST_COUNTS = { list: 'Recommendations', created: 1, updated: 2, unchanged: 3, renamed: [] };
const IMPORTS = {
  imports: (['shown', 'confirmed', 'done'] as const).map((state) => ({
    importKey: state,
    fileName: 'Plan as agreed.csv',
    receivedWords: 'Mon 21 Mar 2022, 08:30',
    state,
    lists: [LIST_COUNTS],
    failure: null,
  })),
};

const NO_CHANNEL = 'SEND Improvement Board has no channel, so its reports reach nobody.';
const POSTED = sampleReport({
  state: 'Posted',
  version: 2,
  may: { correct: true },
  versions: [sampleVersion(2), sampleVersion(1)],
});

const CLOSURES = {
  closures: {
    closures: [{ key: 'easter', title: 'Easter', daysWords: '15 to 18 Apr 2022', kindWords: 'Closed' }],
    groups: [{ groupKey: 'send', groupName: 'SEND' }],
  },
  feed: { madeAtWords: 'Mon 14 Mar 2022, 10:00', address: null },
};
