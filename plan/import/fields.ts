import {
  BANK_HOLIDAY_CHOICES,
  DUE_PRECISIONS,
  ENGAGEMENT_ANSWERS,
  GROUP_KINDS,
  type ListName,
  ROLES,
} from '../glossary.ts';
import type { ImportList } from './imported.ts';

/** What a column may be taken for, and in which words people head it. The one table of them. */
export interface Field {
  /** Property of the row; or `due`, the one date people write, and `id`, the row's own. */
  readonly name: string;
  /** How an export heads it. */
  readonly label: string;
  readonly kind: FieldKind;
  /** Other headers for it, in lower case. */
  readonly words: readonly string[];
  /** List of the row it names. */
  readonly to?: ListName;
  readonly choices?: readonly string[];
}

/**
 * What a cell holds. `title`: one line that names the row · `text`: one line · `note`: many · `stage`: also a date
 * that stands in its place · `due`: a day or a month · `ref`, `refs`: other rows · `own`: Milepost works it out, so
 * that it is exported and never imported.
 */
export type FieldKind =
  | 'title'
  | 'text'
  | 'note'
  | 'number'
  | 'day'
  | 'due'
  | 'stage'
  | 'rag'
  | 'choice'
  | 'choices'
  | 'flag'
  | 'time'
  | 'ref'
  | 'refs'
  | 'own';

/** Words for a number that names a row. */
const NUMBER_WORDS = [
  'no',
  'nr',
  'num',
  'number',
  'ref',
  'reference',
  '#',
  'id',
  'rec no',
  'rec',
  'rec number',
];

const field = (name: string, label: string, kind: FieldKind, words: readonly string[] = []): Field => ({
  name,
  label,
  kind,
  words,
});

const ref = (name: string, label: string, to: ListName, words: readonly string[] = []): Field => ({
  ...field(name, label, 'ref', words),
  to,
});

const choice = (
  name: string,
  label: string,
  choices: readonly string[],
  words: readonly string[] = [],
): Field => ({ ...field(name, label, 'choice', words), choices });

const THEME = ref('theme', 'Theme', 'Themes', [
  'theme addressing this recommendation',
  'priority area',
  'workstream',
  'work stream',
  'strand',
  'themes',
]);

const OWNER = ref('owner', 'Owner', 'Owners', [
  'lead',
  'lead officer',
  'lead person',
  'lead name',
  'named lead',
  'responsible',
  'responsible officer',
  'responsible person',
  'accountable',
  'accountable officer',
  'accountable lead',
  'assigned to',
  'assigned',
  'action owner',
  'officer',
  'who',
  'by whom',
  'sro',
]);

const group = (name: string, label: string): Field =>
  ref(name, label, 'Groups', ['group', 'lead group', 'operational group', 'lead team', 'team', 'groups']);

const RECOMMENDATION = ref('recommendation', 'Recommendation', 'Recommendations', [
  'recommendations',
  'review recommendation',
  'recommendation number',
  'recommendation no',
  'rec',
  'rec no',
  'linked recommendation',
]);

const DATED: readonly Field[] = [
  field('stage', 'Stage', 'stage', ['status', 'state', 'progress status', 'current status', 'progress']),
  field('baselineDue', 'Baseline due', 'day', [
    'baseline',
    'baseline date',
    'first due',
    'original date',
    'original due date',
  ]),
  field('forecastDue', 'Forecast due', 'day', [
    'forecast',
    'forecast date',
    'revised date',
    'revised due date',
    'expected date',
    'expected',
    'new date',
  ]),
  field('due', 'Due', 'due', [
    'due date',
    'due by',
    'deadline',
    'target date',
    'target completion date',
    'target',
    'by when',
    'when',
    'date',
    'date due',
    'end date',
    'timescale',
    'timeline',
  ]),
  choice('duePrecision', 'Due precision', DUE_PRECISIONS),
  field('evidenceUrl', 'Evidence', 'note', ['evidence link', 'evidence of completion', 'link', 'url']),
  ref('signOffBy', 'Group that signs off', 'Groups'),
];

const STATED: readonly Field[] = [
  OWNER,
  field('confidence', 'Confidence', 'rag', [
    'rag',
    'rag rating',
    'rag status',
    'brag',
    'brag rating',
    'colour',
    'rating',
  ]),
  field('completedOn', 'Completed on', 'day', [
    'completed',
    'date completed',
    'completion date',
    'completed date',
    'actual date',
  ]),
  field('latestNote', 'Latest note', 'note', [
    'note',
    'notes',
    'comment',
    'comments',
    'commentary',
    'update',
    'updates',
    'progress update',
    'progress note',
    'narrative',
    'remarks',
  ]),
  field('scheduleRag', 'Schedule colour', 'own', ['schedule rag']),
  field('latestUpdate', 'Last updated', 'own', ['latest update']),
];

/** The fields of every list that can be imported, in the order in which an export has them. */
export const FIELDS: Readonly<Record<ImportList, readonly Field[]>> = {
  Themes: [
    field('title', 'Theme', 'title', ['themes', 'title', 'name', 'priority area', 'workstream']),
    field('sortOrder', 'Order', 'number', ['sort order']),
    field('reviewSaid', 'Review said', 'note', [
      'what the review said',
      'the review said',
      'the independent review said',
    ]),
    field('stakeholdersSaid', 'Stakeholders said', 'note', [
      'what professionals and parents said',
      'what people said',
      'what stakeholders said',
      'professionals said',
      'parents said',
    ]),
    field('progressSoFar', 'Progress so far', 'note', ['progress']),
  ],
  Groups: [
    field('title', 'Group', 'title', ['groups', 'group name', 'name', 'title', 'board']),
    choice('kind', 'Kind', GROUP_KINDS, ['type']),
    ref('chair', 'Chair', 'Owners', ['chaired by']),
    ref('author', 'Author', 'Owners'),
    field('teamId', 'Team id', 'text'),
    field('channelId', 'Channel id', 'text'),
    field('everyWeeks', 'Every weeks', 'number', ['weeks']),
    field('everyMonths', 'Every months', 'number', ['months']),
    field('firstMeeting', 'First meeting', 'day', ['starts on']),
    field('meetingTime', 'Meeting time', 'time', ['time']),
    choice('onBankHoliday', 'On bank holiday', BANK_HOLIDAY_CHOICES),
    field('active', 'Active', 'flag'),
  ],
  Owners: [
    field('title', 'Name', 'title', ['owner', 'owners', 'person', 'full name', 'officer', 'title']),
    field('email', 'Email', 'text', ['e-mail', 'email address', 'e-mail address', 'mail']),
    field('entraObjectId', 'Entra object id', 'text', ['object id']),
    { ...field('roles', 'Roles', 'choices', ['role']), choices: ROLES },
    { ...field('groups', 'Groups', 'refs', ['group', 'member of', 'teams', 'team']), to: 'Groups' },
    ref('deputy', 'Deputy', 'Owners', ['stand-in']),
    field('awayFrom', 'Away from', 'day'),
    field('awayTo', 'Away to', 'day', ['away until']),
  ],
  Recommendations: [
    field('number', 'Number', 'number', [
      ...NUMBER_WORDS,
      'recommendation number',
      'recommendation no',
      'recommendation ref',
    ]),
    field('title', 'Title', 'title', ['short title', 'summary', 'name']),
    field('fullText', 'Full text', 'note', [
      'recommendation',
      'recommendations',
      'review recommendation',
      'recommendation text',
      'wording',
      'description',
      'details',
      'detail',
    ]),
    THEME,
    group('leadGroup', 'Lead group'),
    field('priority', 'Priority', 'number', ['rank']),
    ...DATED,
    ...STATED,
  ],
  Actions: [
    field('title', 'Action', 'title', ['actions', 'title', 'task', 'action required', 'what', 'name']),
    field('details', 'Details', 'note', ['detail', 'description', 'full text', 'action details']),
    RECOMMENDATION,
    group('group', 'Group'),
    field('blocker', 'Blocker', 'note', ['blockers', 'barrier', 'barriers', 'issue', 'issues', 'blocked by']),
    ref('waitingOn', 'Waiting on', 'Groups', ['waiting for', 'dependency', 'dependencies']),
    { ...field('raisedAt', 'Raised at', 'own', ['raised']), to: 'Meetings' },
    ...DATED,
    ...STATED,
  ],
  Milestones: [
    field('title', 'Milestone', 'title', [
      'milestones',
      'title',
      'deliverable',
      'next step',
      'next steps',
      'output',
      'name',
    ]),
    RECOMMENDATION,
    THEME,
    group('group', 'Group'),
    field('reachedOn', 'Reached on', 'day', [
      'reached',
      'date reached',
      'completed on',
      'completed',
      'date completed',
    ]),
    ...DATED,
  ],
  Measures: [
    field('title', 'Measure', 'title', ['measures', 'kpi', 'indicator', 'metric', 'title', 'name']),
    field('unit', 'Unit', 'text', ['units']),
    field('baseline', 'Baseline', 'number', ['start', 'starting point']),
    field('target', 'Target', 'number'),
    field('targetDate', 'Target date', 'day', ['target by', 'by when']),
    THEME,
  ],
  'Engagement log': [
    field('title', 'Group met', 'title', ['who was met', 'whom we met', 'met with']),
    field('on', 'Day', 'day', ['on', 'date', 'date met', 'met on']),
    field('voices', 'Voices', 'number', ['people', 'how many people', 'how many']),
    field('purpose', 'Purpose', 'note'),
    field('said', 'Said', 'note', ['what they said', 'you said']),
    THEME,
    choice('answer', 'Answer', ENGAGEMENT_ANSWERS),
    field('outcome', 'Outcome', 'note', ['what came of it', 'we did']),
    { ...field('recordedBy', 'Recorded by', 'own'), to: 'Owners' },
  ],
};

/** The field of a list by its name, label or any header people use for it; `null` for none. */
export function findField(list: ImportList, said: string): Field | null {
  const words = headerWords(said);
  const fields = FIELDS[list];
  return (
    fields.find(({ name }) => name.toLowerCase() === words.replaceAll(' ', '')) ??
    fields.find((one) => namesOf(one).includes(words)) ??
    null
  );
}

/** Every header people use for a field. */
export function namesOf(one: Field): readonly string[] {
  return [one.label.toLowerCase(), ...one.words];
}

/** A header as it is compared: lower case, single spaces, without brackets and punctuation at its ends. */
export function headerWords(header: string): string {
  return header
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[\s_/–—-]+/g, ' ')
    .replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}#]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
