import type { ListName } from '../glossary.ts';
import type { Field } from '../import/fields.ts';
import type { ImportList } from '../import/imported.ts';

const own = (name: string, label: string, to?: ListName): Field => ({
  name,
  label,
  kind: 'own',
  words: [],
  ...(to === undefined ? {} : { to }),
});

const TITLE = own('title', 'Title');
const ITEM = [own('itemList', 'List'), own('itemNumber', 'Id in the list')];

/**
 * Columns of the lists that Milepost fills by itself: they are exported for reading, and not imported. A group's word on
 * something done, and what its people put first, are given by people: a file does not give them.
 */
export const OTHER_FIELDS: Readonly<Record<Exclude<ListName, ImportList>, readonly Field[]>> = {
  Meetings: [
    TITLE,
    own('group', 'Group', 'Groups'),
    own('startsAt', 'Starts at'),
    own('state', 'State'),
    own('attendees', 'Attendees', 'Owners'),
    own('decisions', 'Decisions'),
  ],
  Updates: [
    TITLE,
    ...ITEM,
    own('meeting', 'Meeting', 'Meetings'),
    own('by', 'By', 'Owners'),
    own('at', 'At'),
    own('stage', 'Stage'),
    own('confidence', 'Confidence'),
    own('forecastDue', 'Forecast due'),
    own('note', 'Note'),
    own('blocker', 'Blocker'),
    own('previousStage', 'Previous stage'),
    own('previousConfidence', 'Previous confidence'),
    own('previousForecastDue', 'Previous forecast due'),
    own('reason', 'Reason'),
  ],
  Readings: [
    TITLE,
    own('measure', 'Measure', 'Measures'),
    own('value', 'Value'),
    own('on', 'On'),
    own('by', 'By', 'Owners'),
  ],
  'Board reports': [
    TITLE,
    own('board', 'Board', 'Groups'),
    own('periodFrom', 'Period from'),
    own('periodTo', 'Period to'),
    own('state', 'State'),
    own('approvedBy', 'Approved by', 'Owners'),
    own('postedOn', 'Posted on'),
    own('document', 'Document'),
  ],
  'Sign-offs': [
    TITLE,
    ...ITEM,
    own('group', 'Group', 'Groups'),
    own('decision', 'Decision'),
    own('conditions', 'Conditions'),
    own('dissent', 'Dissent'),
    own('voices', 'Voices'),
    own('on', 'On'),
    own('recordedBy', 'Recorded by', 'Owners'),
  ],
  // Without the ballot, which puts one person's choices together and could help to find out whose they are.
  Priorities: [
    TITLE,
    own('group', 'Group', 'Groups'),
    own('recommendation', 'Recommendation', 'Recommendations'),
    own('rank', 'Rank'),
    own('voices', 'Voices'),
    own('on', 'On'),
  ],
  Closures: [
    TITLE,
    own('fromDate', 'From date'),
    own('toDate', 'To date'),
    own('kind', 'Kind'),
    own('groups', 'Groups', 'Groups'),
  ],
  'Plan settings': [TITLE, own('value', 'Value'), own('meaning', 'Meaning')],
};
