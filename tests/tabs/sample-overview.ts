import type { ColourCounts, GroupOverview, OverviewItem, PlanOverview } from '../../plan/content.ts';
import { STAGES } from '../../plan/glossary.ts';
import { makeItem } from './sample-item.ts';

const SCHOOLS = 'Work with schools to reduce the need for ALP';
const DATA = 'Improve ALP data and finance monitoring and reporting';
const SEND = 'Improve joint working between council ALP and SEND teams';
const CAREERS = 'Improve careers advice in ALP and support those leaving ALP';

const ITEMS: readonly OverviewItem[] = [
  makeItem({
    number: 2,
    title: 'Protocols regarding Graduated Response from schools need to be drawn up.',
    theme: SCHOOLS,
    group: 'Schools',
    due: '2022-03',
    forecast: '2022-04',
    schedule: 'Amber',
    confidence: 'Amber',
    more: { dueIn: 'in 40 days', latestNote: 'Two schools still to comment', latestNoteOn: '14 Mar 2022' },
  }),
  makeItem({
    number: 16,
    title: 'Consider appropriate resource to adequately embed the safeguarding principles and QA process.',
    theme: SCHOOLS,
    group: 'Safeguarding',
    due: '2022-09',
    more: { stale: true },
  }),
  makeItem({
    number: 21,
    title: 'A review of early intervention to schools, support advice and challenge to prevent exclusions.',
    theme: SCHOOLS,
    group: 'Schools',
    due: '2022-03',
  }),
  makeItem({
    number: 4,
    title: 'Migration onto the one system needs to be successfully completed as soon as possible.',
    theme: DATA,
    group: 'Data',
    due: '2022-03',
    schedule: 'Green',
    confidence: 'Red',
    stage: 'Waiting on others',
    more: { disagrees: true, waitingOnName: 'Finance' },
  }),
  makeItem({
    number: 5,
    title: 'A common language is needed to ensure all data input is consistent.',
    theme: DATA,
    group: 'Data',
    due: '2022-04',
  }),
  makeItem({
    number: 9,
    title: 'Cost centres and budget lines need to be agreed and match.',
    theme: DATA,
    group: 'Finance',
    due: null,
    stage: 'Complete',
  }),
  makeItem({
    number: 3,
    title: 'Clear expectations and protocols between ALP Hub and SEND teams need to be agreed and clarified.',
    theme: SEND,
    group: 'SEND',
    due: '2022-01',
    schedule: 'Red',
    more: { overdue: true, dueIn: '49 days overdue' },
  }),
  makeItem({
    number: 11,
    title: 'SEND team do not commission individual bespoke ALP packages.',
    theme: SEND,
    group: 'SEND',
    due: '2022-01',
    stage: 'Embedded',
  }),
  makeItem({
    number: 14,
    title: 'A system for joint monitoring of all ALP placements with SEND needs to be established.',
    theme: SEND,
    group: 'SEND',
    due: '2022-09',
    stage: 'Not started',
  }),
  makeItem({
    number: 29,
    title: 'Move Young Parents budget, staffing and responsibility into the LA.',
    theme: CAREERS,
    group: 'Commissioning',
    due: null,
    stage: 'Not started',
  }),
];

/** How many of the items have each colour, written out: the tab must show what it is told. */
const COUNTS: Readonly<Record<string, ColourCounts>> = {
  [SCHOOLS]: { complete: 0, green: 2, amber: 1, red: 0, undated: 0 },
  [DATA]: { complete: 1, green: 1, amber: 0, red: 1, undated: 0 },
  [SEND]: { complete: 1, green: 1, amber: 0, red: 1, undated: 0 },
  [CAREERS]: { complete: 0, green: 0, amber: 0, red: 0, undated: 1 },
};
const WHOLE: ColourCounts = { complete: 2, green: 4, amber: 1, red: 2, undated: 1 };

/** The item with this number, as the sample has it. */
export function sampleItem(number: number): OverviewItem {
  const item = ITEMS.find(({ label }) => label === String(number));
  if (!item) throw new Error(`The sample plan has no recommendation ${number}.`);
  return item;
}

/** A group as the server would send it, with its last check-ins. */
function sampleGroup(
  name: string,
  checkIns: readonly Pick<
    GroupOverview['checkIns'][number],
    'meetingWords' | 'answeredCount' | 'askedCount'
  >[],
): GroupOverview {
  const items = ITEMS.filter(({ groupName }) => groupName === name);
  const of = (colour: OverviewItem['colour']) => items.filter((item) => item.colour === colour).length;
  return {
    key: name.toLowerCase(),
    name,
    kind: 'Operational',
    chairName: `${name} group chair`,
    rhythmWords: 'Every 2 weeks on Mondays, 10:00',
    nextMeetingWords: 'Mon 4 Apr 2022, 10:00',
    channelUrl: null,
    counts: {
      complete: of('complete'),
      green: of('Green'),
      amber: of('Amber'),
      red: of('Red'),
      undated: of('none'),
    },
    itemCount: items.length,
    checkIns: checkIns.map((checkIn) => ({ ...checkIn, on: '2022-03-21', isOpen: false })),
  };
}

/** A plan of ten recommendations on 21 March 2022, with one of everything the page can show. */
export function sampleOverview(): PlanOverview {
  return {
    planId: 'alp',
    planName: 'Alternative Learning Provision improvement plan',
    siteUrl: 'https://example.sharepoint.com/sites/alp-improvement',
    viewer: {
      name: 'Director for Education and Skills',
      isPlanManager: false,
      isDirector: true,
      groupNames: [],
    },
    asAtWords: 'Mon 21 Mar 2022, 09:00',
    today: '2022-03-21',
    isPast: false,
    firstDay: '2022-01-10',
    lastDay: '2022-03-21',
    since: { date: '2022-03-07', words: 'Mon 7 Mar 2022' },
    compareChoices: [
      { date: '2022-03-14', words: 'A week before, 14 Mar 2022' },
      { date: '2022-03-07', words: 'A fortnight before, 7 Mar 2022' },
      { date: '2022-02-14', words: 'Last SEND Improvement Board, 14 Feb 2022' },
      { date: '2022-01-09', words: 'When the plan began, 9 Jan 2022' },
    ],
    before: { complete: 2, green: 5, amber: 1, red: 1, undated: 1 },
    figures: {
      overdue: { now: 1, before: 0 },
      slipped: { now: 1, before: 0 },
      blocked: { now: 1, before: 1 },
      stale: { now: 1, before: 0 },
      disagrees: { now: 1, before: 1 },
      asked: { now: 2, before: 1 },
      'to sign off': { now: 0, before: 0 },
      mine: { now: 0, before: 0 },
    },
    headline: 'Three of ten recommendations are off course, one of them overdue. Two are complete.',
    counts: WHOLE,
    total: ITEMS.length,
    byStage: STAGES.map((stage) => ({ stage, count: ITEMS.filter((item) => item.stage === stage).length })),
    themes: Object.entries(COUNTS).map(([title, counts], index) => ({
      key: `t${index + 1}`,
      title,
      groupNames: [
        ...new Set(
          ITEMS.filter(({ themeTitle }) => themeTitle === title).map(({ groupName }) => groupName ?? ''),
        ),
      ],
      counts,
      items: ITEMS.filter(({ themeTitle }) => themeTitle === title),
    })),
    months: [
      { month: '2022-01', words: 'Jan 2022' },
      { month: '2022-03', words: 'Mar 2022' },
      { month: '2022-04', words: 'Apr 2022' },
      { month: '2022-09', words: 'Sep 2022' },
    ],
    asked: [
      { item: sampleItem(3), ask: 'Overdue since 31 Jan 2022. No reason given yet.' },
      { item: sampleItem(4), ask: 'Finance: access to the finance system is not granted.' },
    ],
    slipping: [
      {
        item: sampleItem(2),
        fromWords: 'Mar 2022',
        toWords: 'Apr 2022',
        reason: 'Two schools still to comment',
      },
    ],
    blocked: [sampleItem(4)],
    dueNext: [sampleItem(21), sampleItem(4), sampleItem(2)],
    overdue: [sampleItem(3)],
    milestones: [
      {
        ...sampleItem(21),
        ref: { list: 'Milestones', key: 'm1' },
        label: 'M1',
        title: 'Agreed processes, procedures and training for graduated response and safeguarding',
      },
    ],
    actions: [],
    measures: [
      {
        title: 'Specialist placements',
        unit: 'placements',
        baseline: 78,
        value: 121,
        target: 450,
        targetDate: '2023-09-30',
        readings: [
          { on: '2022-02-14', value: 96 },
          { on: '2022-03-14', value: 121 },
        ],
        targetWords: '450 by Sep 2023',
        course: {
          share: 121 / 450,
          readWords: 'Read on 14 Mar 2022',
          startWords: '78 at the start',
          courseWords: 'At its pace since 14 Feb 2022: 625 by Sep 2023.',
        },
      },
    ],
    groups: [
      sampleGroup('SEND', [{ meetingWords: 'Mon 21 Mar 2022', answeredCount: 3, askedCount: 3 }]),
      sampleGroup('Schools', [{ meetingWords: 'Tue 8 Mar 2022', answeredCount: 1, askedCount: 2 }]),
    ],
    changeCount: 1,
    changes: [
      {
        ref: sampleItem(2).ref,
        label: '2',
        title: sampleItem(2).title,
        atWords: 'Mon 14 Mar 2022, 10:12',
        dayWords: 'Mon 14 Mar 2022',
        timeWords: '10:12',
        at: '2022-03-14T10:12:00Z',
        byName: 'Schools group owner',
        meetingWords: 'Schools, Tue 8 Mar 2022',
        changes: [
          { field: 'Confidence', from: 'Green', to: 'Amber' },
          { field: 'Forecast', from: 'Mar 2022', to: 'Apr 2022' },
        ],
        note: null,
        blocker: null,
        reason: 'Two schools still to comment',
      },
    ],
    moved: [
      {
        item: sampleItem(3),
        isNew: false,
        colour: { from: 'Green', to: 'Red' },
        stage: null,
        expected: null,
        reason: null,
        note: null,
        wasSaid: false,
      },
      {
        item: sampleItem(2),
        isNew: false,
        colour: { from: 'Green', to: 'Amber' },
        stage: null,
        expected: { from: 'Mar 2022', to: 'Apr 2022' },
        reason: 'Two schools still to comment',
        note: null,
        wasSaid: true,
      },
    ],
    key: [
      {
        rag: 'Green',
        schedule: 'expected by the date first promised',
        confidence: 'success is highly likely',
      },
      {
        rag: 'Amber',
        schedule: 'expected later, within what the plan tolerates',
        confidence: 'feasible, with significant issues that can be resolved',
      },
      {
        rag: 'Red',
        schedule: 'expected later than the plan tolerates, or overdue with no new date',
        confidence: 'appears unachievable without help',
      },
    ],
  };
}
