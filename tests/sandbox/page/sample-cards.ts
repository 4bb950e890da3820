/** Cards of the kinds that Milepost posts, with every element the page has to draw. */
export const CHECK_IN_CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  msteams: { width: 'Full' },
  body: [
    {
      type: 'TextBlock',
      text: 'SEND group check-in',
      style: 'heading',
      size: 'large',
      weight: 'bolder',
      wrap: true,
    },
    {
      type: 'TextBlock',
      text: 'Mon 24 Jan 2022, 10:00 · **2 of 5** answered',
      isSubtle: true,
      spacing: 'none',
      wrap: true,
    },
    {
      type: 'Container',
      style: 'attention',
      items: [{ type: 'TextBlock', text: '1 item is overdue', weight: 'bolder', wrap: true }],
    },
    {
      type: 'Table',
      firstRowAsHeader: true,
      showGridLines: false,
      columns: [{ width: 1 }, { width: 4 }, { width: 2 }],
      rows: [
        row('No.', 'Recommendation', 'Due'),
        row('3', 'Develop a joint protocol between ALP and SEND teams', '**R** Red · Jan 2022'),
        row('14', 'Review the pathway for young people with an EHC plan', '**A** Amber · Sep 2022'),
      ],
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Green', value: 'success highly likely' },
        { title: 'Amber', value: 'feasible, with significant issues that can be resolved' },
      ],
    },
    {
      type: 'Chart.Line',
      title: 'Trend',
      fallback: { type: 'TextBlock', text: 'Trend: 3 Green, then 2', wrap: true },
    },
    { type: 'TextBlock', text: 'Only on a wide screen', targetWidth: 'atLeast:standard', wrap: true },
    { type: 'TextBlock', text: 'Only on a phone', targetWidth: 'atMost:narrow', wrap: true },
    { type: 'TextBlock', text: 'Not a picture: <img src=x onerror=alert(1)>', wrap: true },
  ],
  actions: [
    {
      type: 'Action.Submit',
      title: 'Answer mine',
      data: { msteams: { type: 'task/fetch' } },
      style: 'positive',
    },
    { type: 'Action.Execute', title: 'No change for all mine', verb: 'noChange', data: { meeting: 7 } },
    {
      type: 'Action.OpenUrl',
      title: 'Open the plan',
      url: 'https://teams.microsoft.com/l/entity/0820081d-97ef-57fc-be18-bf4f14551478/plan?context=%7B%22subEntityId%22%3A%22r14%22%7D',
    },
  ],
} as const;

export const ANSWER_CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: '3 · Develop a joint protocol', style: 'heading', wrap: true },
    {
      type: 'Input.ChoiceSet',
      id: 'confidence',
      label: 'Confidence',
      style: 'expanded',
      value: 'Green',
      choices: ['Green', 'Amber', 'Red'].map((value) => ({ title: value, value })),
    },
    { type: 'Input.Date', id: 'forecast', label: 'Forecast date', value: '2022-01-31' },
    {
      type: 'Input.Text',
      id: 'note',
      label: 'Note',
      isMultiline: true,
      isRequired: true,
      errorMessage: 'Say in a sentence what happened.',
    },
    { type: 'Input.Toggle', id: 'evidence', title: 'Evidence is in the SharePoint folder' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Save answers', style: 'positive' }],
} as const;

/** A form with people to choose from, in the channel and in the whole organisation. */
export const ACTION_CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'Input.Text',
      id: 'title',
      label: 'What is to be done?',
      isRequired: true,
      errorMessage: 'Say what is to be done.',
    },
    {
      type: 'Input.ChoiceSet',
      id: 'owner',
      label: 'Who does it?',
      isRequired: true,
      errorMessage: 'Choose who does it.',
      choices: [{ title: 'The whole group', value: 'group' }],
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' },
    },
    {
      type: 'Input.ChoiceSet',
      id: 'others',
      label: 'Who else?',
      isMultiSelect: true,
      choices: [],
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    },
  ],
  actions: [{ type: 'Action.Submit', title: 'Add action', style: 'positive' }],
} as const;

/** What a card does by itself: hiding and showing, rows that can be pressed, buttons behind "…". */
export const CLEVER_CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'Input.Text', id: 'note', label: 'Note', isRequired: true, errorMessage: 'Write a note.' },
    { type: 'TextBlock', id: 'rest', text: 'The rest', isVisible: false },
    {
      type: 'Container',
      items: [{ type: 'TextBlock', text: '14 · A protocol' }],
      selectAction: { type: 'Action.Execute', title: 'Open 14', verb: 'open', data: { item: 14 } },
    },
    {
      type: 'ActionSet',
      actions: [
        { type: 'Action.Execute', title: 'Save', verb: 'save' },
        { type: 'Action.ToggleVisibility', title: 'Show the rest', targetElements: ['rest'] },
        { type: 'Action.Execute', title: 'Attendance', verb: 'attendance', mode: 'secondary' },
      ],
    },
  ],
} as const;

function row(...texts: readonly string[]) {
  return {
    type: 'TableRow',
    cells: texts.map((text) => ({ type: 'TableCell', items: [{ type: 'TextBlock', text, wrap: true }] })),
  };
}
