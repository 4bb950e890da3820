import type {
  AttentionRow,
  ConflictContent,
  ImportPreviewContent,
  ImportResultContent,
  ListsStateContent,
  ListTrouble,
  RefusedWrite,
  TroubleContent,
  WhichPlanContent,
} from '../../../plan/content.ts';

const PLAN = { planId: 'alp', planName: 'ALP improvement plan' } as const;
const SITE = 'https://contoso.sharepoint.com/sites/alp';

export const makeTrouble = (over: Partial<ListTrouble> = {}): ListTrouble => ({
  list: 'Recommendations',
  code: 'COLUMN_MISSING',
  message: 'The list Recommendations has no column “Stage” any more.',
  remedy: 'Restore the column, or ask IT to run `npm run provision`, which makes it again.',
  ...over,
});

export const makeAttention = (over: Partial<AttentionRow> = {}): AttentionRow => ({
  list: 'Actions',
  title: 'A7 Share the draft process map',
  messages: ['Owner: there is no “J. Bloggs” in the list Owners. Choose one of its people.'],
  rowUrl: `${SITE}/Lists/Actions/DispForm.aspx?ID=7`,
  ...over,
});

export const makeRefused = (over: Partial<RefusedWrite> = {}): RefusedWrite => ({
  outboxId: 41,
  list: 'Recommendations',
  title: '12 Plan and money for pupils with SEND',
  whatWords: 'Stage, Forecast',
  reasonWords:
    'SharePoint says the column Stage does not take “In progress”. Add the choice, then try again.',
  madeAtWords: 'Mon 24 Jan 2022, 10:00',
  ...over,
});

/** All is well; tests override what is not. */
export const makeListsState = (over: Partial<ListsStateContent> = {}): ListsStateContent => ({
  kind: 'lists-state',
  ...PLAN,
  siteUrl: SITE,
  troubles: [],
  attention: [],
  attentionCount: 0,
  waitingCount: 0,
  refused: [],
  refusedCount: 0,
  readAtWords: 'Mon 24 Jan 2022, 10:00',
  notified: true,
  ...over,
});

export const makeTroubleNotice = (over: Partial<TroubleContent> = {}): TroubleContent => ({
  kind: 'trouble',
  audience: 'plan managers',
  ...PLAN,
  siteUrl: SITE,
  troubles: [makeTrouble()],
  ...over,
});

export const makeConflict = (over: Partial<ConflictContent> = {}): ConflictContent => ({
  kind: 'conflict',
  ...PLAN,
  label: '12',
  title: 'Plan and money for pupils with SEND',
  rowUrl: `${SITE}/Lists/Recommendations/DispForm.aspx?ID=12`,
  fields: [{ field: 'Forecast', yours: '31 Mar 2022', theirs: '15 Feb 2022', kept: 'theirs' }],
  byName: 'Finance lead',
  atWords: 'Mon 24 Jan 2022, 10:00',
  ...over,
});

export const makePreview = (over: Partial<ImportPreviewContent> = {}): ImportPreviewContent => ({
  kind: 'import-preview',
  importKey: 'import-00000001',
  ...PLAN,
  fileName: 'plan.xlsx',
  understood: '31 recommendations in 6 themes',
  columns: [
    { header: 'No.', field: 'number' },
    { header: 'Recommendation', field: 'text' },
    { header: 'Remarks', field: null },
  ],
  fieldChoices: [
    { field: 'number', label: 'Number' },
    { field: 'text', label: 'Wording' },
    { field: 'note', label: 'Note' },
  ],
  lists: [
    {
      list: 'Themes',
      created: 0,
      updated: 0,
      unchanged: 6,
      renamed: [{ from: 'Data', to: 'Data and finance' }],
    },
    { list: 'Recommendations', created: 3, updated: 2, unchanged: 26, renamed: [] },
  ],
  changes: ['Recommendation 3, Forecast: Mar 2022 → Apr 2022'],
  doubts: ['Row 14, Due: “Spring” is not a date, so it has none.'],
  ...over,
});

export const makeImportResult = (over: Partial<ImportResultContent> = {}): ImportResultContent => ({
  kind: 'import-result',
  ...PLAN,
  fileName: 'plan.xlsx',
  lists: makePreview().lists,
  failure: null,
  ...over,
});

export const makeWhichPlan = (over: Partial<WhichPlanContent> = {}): WhichPlanContent => ({
  kind: 'which-plan',
  importKey: 'import-00000001',
  fileName: 'plan.xlsx',
  plans: [
    { planId: 'alp', planName: 'ALP improvement plan' },
    { planId: 'send', planName: 'SEND improvement plan' },
  ],
  ...over,
});
