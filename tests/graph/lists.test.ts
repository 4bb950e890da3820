import { describe, expect, test } from '@jest/globals';
import { lookups, note, number } from '../../graph/lists/columns.ts';
import { defineList } from '../../graph/lists/define-list.ts';
import { LISTS } from '../../graph/lists/index.ts';
import { LIST_NAMES } from '../../plan/glossary.ts';

/** SharePoint's own limits of a list. */
const MAX_INDEXES = 20;
const MAX_LOOKUPS = 12;

const all = Object.values(LISTS).map((list) => ({ list, columns: Object.values(list.columns) }));

describe('the lists', () => {
  test('are those of the glossary, each under its own title, with Title first', () => {
    expect(Object.keys(LISTS)).toEqual([...LIST_NAMES]);
    for (const { list, columns } of all) {
      expect(LISTS[list.name]).toBe(list);
      expect(columns[0]).toMatchObject({ kind: 'text', name: 'Title' });
    }
  });

  test('name their columns as customers find them', () => {
    const names = Object.fromEntries(
      all.map(({ list, columns }) => [list.name, columns.map(({ name }) => name).sort()]),
    );
    expect(names).toMatchObject({
      Themes: ['ProgressSoFar', 'ReviewSaid', 'SortOrder', 'StakeholdersSaid', 'Title'],
      Owners: ['AwayFrom', 'AwayTo', 'Deputy', 'Email', 'EntraObjectId', 'Groups', 'Roles', 'Title'],
      Recommendations: [
        'BaselineDue',
        'CompletedOn',
        'Confidence',
        'DuePrecision',
        'EvidenceUrl',
        'ForecastDue',
        'FullText',
        'LatestNote',
        'LatestUpdate',
        'LeadGroup',
        'Number',
        'Owner',
        'Priority',
        'ScheduleRag',
        'SignOffBy',
        'Stage',
        'Theme',
        'Title',
      ],
      'Sign-offs': [
        'Conditions',
        'Decision',
        'Dissent',
        'EntryKey',
        'Group',
        'ItemId',
        'ItemList',
        'On',
        'RecordedBy',
        'Title',
        'Voices',
      ],
      'Engagement log': [
        'Answer',
        'EntryKey',
        'On',
        'Outcome',
        'Purpose',
        'RecordedBy',
        'Said',
        'Theme',
        'Title',
        'Voices',
      ],
    });
    for (const { columns } of all) {
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    }
  });

  test('stay within what SharePoint allows a list', () => {
    for (const { columns } of all) {
      expect(columns.filter(({ indexed }) => indexed).length).toBeLessThanOrEqual(MAX_INDEXES);
      expect(columns.filter(({ kind }) => kind.startsWith('lookup')).length).toBeLessThanOrEqual(MAX_LOOKUPS);
      const unindexable = columns.filter(({ kind }) => ['note', 'multiChoice', 'lookups'].includes(kind));
      expect(unindexable.filter(({ indexed }) => indexed)).toEqual([]);
    }
  });

  test('tell a repeated create by a column that is unique and indexed', () => {
    const keys = all.flatMap(({ list }) => (list.uniqueKey === null ? [] : [[list.name, list.uniqueKey]]));
    expect(keys).toEqual([
      ['Groups', 'entryKey'],
      ['Owners', 'entraObjectId'],
      ['Recommendations', 'number'],
      ['Meetings', 'entryKey'],
      ['Actions', 'entryKey'],
      ['Updates', 'answerId'],
      ['Readings', 'entryKey'],
      ['Board reports', 'entryKey'],
      ['Sign-offs', 'entryKey'],
      ['Priorities', 'entryKey'],
      ['Engagement log', 'entryKey'],
      ['Closures', 'entryKey'],
      ['Plan settings', 'entryKey'],
    ]);
    for (const { list } of all) {
      const column = list.uniqueKey === null ? undefined : list.columns[list.uniqueKey];
      if (list.uniqueKey !== null) expect(column).toMatchObject({ unique: true, indexed: true });
    }
  });

  test('keep the key that Milepost gave a row, where it makes rows, in a unique column', () => {
    const kept = all.flatMap(({ list }) => (list.keyIn === null ? [] : [[list.name, list.uniqueKey]]));
    expect(kept).toEqual(all.flatMap(({ list }) => (list.keyIn === null ? [] : [[list.name, list.keyIn]])));
    expect(LISTS.Meetings.columns.entryKey).toEqual({
      kind: 'text',
      name: 'EntryKey',
      indexed: true,
      unique: true,
    });
    expect(LISTS.Themes.columns.entryKey).toBeUndefined();
  });

  test('say which properties hold rows of which list', () => {
    expect(LISTS.Owners.lookups).toEqual({ groups: 'Groups', deputy: 'Owners' });
    expect(LISTS.Actions.lookups).toEqual({
      recommendation: 'Recommendations',
      group: 'Groups',
      waitingOn: 'Groups',
      raisedAt: 'Meetings',
      owner: 'Owners',
      signOffBy: 'Groups',
    });
  });

  test('can be declared only with a column of a fitting kind for every property', () => {
    // @ts-expect-error `outcome` has no column
    defineList('Engagement log', { on: note('On'), purpose: note('Purpose') });
    const purpose = note('Purpose');
    // @ts-expect-error a date isn't a number
    defineList('Engagement log', { on: number('On'), purpose, outcome: note('Outcome') });
    // @ts-expect-error one row isn't several
    defineList('Readings', { measure: lookups('Measure', 'Measures'), ...LISTS.Readings.columns });
    expect.assertions(0);
  });
});
