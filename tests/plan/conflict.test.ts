import { describe, expect, test } from '@jest/globals';
import { changesOf, mergeEdit, type RowVersion } from '../../plan/conflict.ts';
import { DEFAULT_SETTINGS } from '../../plan/plan.ts';

const BEFORE = {
  stage: 'Not started',
  confidence: null,
  forecastDue: '2022-03-31',
  baselineDue: '2022-03-31',
  duePrecision: 'Month',
  scheduleRag: 'Green',
  completedOn: null,
  latestNote: null,
  latestUpdate: '2022-01-03T09:00:00Z',
};
type Row = Readonly<Record<string, unknown>>;

/** One answer against the row as it was. */
const said = (
  changes: Row,
  { at = '2022-01-10T10:00:00.400Z', by = 'owner', base = BEFORE as Row } = {},
) => ({
  changes,
  base: Object.fromEntries(Object.keys(changes).map((name) => [name, base[name]])),
  saidAt: at,
  saidBy: by,
});
const version = (changes: Row, at: string | null, by: Partial<RowVersion> = {}): RowVersion => ({
  values: { ...BEFORE, ...changes },
  at,
  byName: 'SEND group chair',
  byPerson: true,
  ...by,
});
const FIRST = version({}, '2022-01-03T09:00:00Z');
const EARLIER = '2022-01-10T09:59:59Z';
const LATER = '2022-01-10T10:00:01Z';
const APP = { byName: 'Milepost', byPerson: false };

/** What comes of answers to a row whose versions, newest first, lie over the one they were given against. */
const merge = (answers: readonly ReturnType<typeof said>[], versions: readonly RowVersion[]) => {
  const all = [...versions, FIRST];
  const { ours, clashes } = mergeEdit({
    changes: changesOf(answers),
    theirs: all[0]?.values ?? {},
    versions: all,
    settings: DEFAULT_SETTINGS,
    today: '2022-01-10',
  });
  return {
    ours,
    clashes: clashes.map(({ property, kept, said: by, edit }) => [property, kept, by.by, edit?.at]),
  };
};

describe('what only one side changed', () => {
  test('stands, and nobody is told', () => {
    const answer = said({ confidence: 'Red', latestNote: 'Ours' });
    expect(merge([answer], [version({ stage: 'In progress' }, LATER)])).toEqual({
      ours: { confidence: 'Red', latestNote: 'Ours' },
      clashes: [],
    });
  });

  test('is nothing to write where both said the same', () => {
    expect(merge([said({ stage: 'Complete' })], [version({ stage: 'Complete' }, LATER)])).toEqual({
      ours: {},
      clashes: [],
    });
  });

  test('is still ours where its column is missing just now', () => {
    const merged = mergeEdit({
      changes: changesOf([said({ stage: 'Complete' })]),
      theirs: {},
      versions: [],
      settings: DEFAULT_SETTINGS,
      today: '2022-01-10',
    });
    expect(merged).toEqual({ ours: { stage: 'Complete' }, clashes: [] });
  });
});

describe('what both sides changed', () => {
  const answer = said({ forecastDue: '2022-04-30' });
  const theirs = (at: string | null, by?: Partial<RowVersion>) =>
    version({ forecastDue: '2022-05-31' }, at, by);

  test.each([
    ['before the answer: the answer stands', theirs(EARLIER), 'yours'],
    ['after it: the edit stands', theirs(LATER), 'theirs'],
    ['in the same second: the edit stands', theirs('2022-01-10T10:00:00Z'), 'theirs'],
    ['at a time nobody knows: the edit stands', theirs(null), 'theirs'],
    ['after it, by an application: the answer stands', theirs(LATER, APP), 'yours'],
  ])('%s, and whoever answered is told', (_when, edit, kept) => {
    expect(merge([answer], [edit])).toEqual({
      ours: kept === 'yours' ? { forecastDue: '2022-04-30' } : {},
      clashes: [['forecastDue', kept, 'owner', edit.at]],
    });
  });

  test('is judged by the version that changed this field, not by the last one', () => {
    const versions = [version({ forecastDue: '2022-05-31', priority: 1 }, LATER), theirs(EARLIER)];
    expect(merge([answer], versions).clashes).toEqual([['forecastDue', 'yours', 'owner', EARLIER]]);
  });

  test('is theirs where SharePoint keeps no versions', () => {
    const merged = mergeEdit({
      changes: changesOf([answer]),
      theirs: { ...BEFORE, forecastDue: '2022-05-31' },
      versions: [],
      settings: DEFAULT_SETTINGS,
      today: '2022-01-10',
    });
    expect(merged).toMatchObject({ ours: {}, clashes: [{ kept: 'theirs', edit: null }] });
  });

  test('is decided field by field, and told to whoever said the last of it', () => {
    const answers = [
      said({ stage: 'In progress', confidence: 'Amber' }),
      said({ stage: 'Waiting on others' }, { at: '2022-01-10T10:30:00Z', by: 'chair' }),
    ];
    const versions = [
      version({ stage: 'Complete', confidence: 'Red' }, '2022-01-10T10:10:00Z'),
      version({ confidence: 'Red' }, EARLIER),
    ];
    expect(merge(answers, versions)).toEqual({
      ours: { stage: 'Waiting on others', confidence: 'Amber' },
      clashes: [
        ['stage', 'yours', 'chair', '2022-01-10T10:10:00Z'],
        ['confidence', 'yours', 'owner', EARLIER],
      ],
    });
  });

  test('is theirs without a word where Milepost did it by itself', () => {
    const opened = { changes: { state: 'Open' }, base: { state: 'Planned' }, saidAt: null, saidBy: null };
    const merged = mergeEdit({
      changes: changesOf([opened]),
      theirs: { state: 'Cancelled' },
      versions: [version({ state: 'Cancelled' }, EARLIER)],
      settings: DEFAULT_SETTINGS,
      today: '2022-01-10',
    });
    expect(merged).toEqual({ ours: {}, clashes: [] });
  });
});

describe('a try whose answer was lost', () => {
  const [first, second] = [
    said({ stage: 'In progress' }),
    said({ stage: 'Waiting on others' }, { at: '2022-01-10T10:30:00Z', base: { stage: 'In progress' } }),
  ];
  const ours = version({ stage: 'In progress' }, LATER, APP);

  test('had been written: there is nothing left to say', () => {
    expect(merge([first], [ours])).toEqual({ ours: {}, clashes: [] });
  });

  test('had been written, and more was said since: that is written', () => {
    expect(merge([first, second], [ours])).toEqual({ ours: { stage: 'Waiting on others' }, clashes: [] });
  });

  test('had been written, and somebody changed it after that: they had seen it, and nobody is told', () => {
    const edited = version({ stage: 'Complete' }, '2022-01-10T11:00:00Z');
    expect(merge([first], [edited, ours])).toEqual({ ours: {}, clashes: [] });
  });

  test('had been written, somebody changed it, and more was said without having seen that', () => {
    const edited = version({ stage: 'Complete' }, '2022-01-10T10:10:00Z');
    expect(merge([first, second], [edited, ours])).toEqual({
      ours: { stage: 'Waiting on others' },
      clashes: [['stage', 'yours', 'owner', edited.at]],
    });
  });
});

describe('what nobody decides', () => {
  test('the colour of the schedule is worked out from what stands at the end', () => {
    const answer = said({ stage: 'In progress', scheduleRag: 'Green' });
    const edit = version({ forecastDue: '2022-12-31', scheduleRag: 'Amber' }, LATER);
    expect(merge([answer], [edit])).toEqual({
      ours: { stage: 'In progress', scheduleRag: 'Red' },
      clashes: [],
    });
    const coloured = version({ forecastDue: '2022-12-31', scheduleRag: 'Red' }, LATER);
    expect(merge([answer], [coloured]).ours).toEqual({ stage: 'In progress' });
  });

  test('the day of completion stands or falls with the stage', () => {
    const answer = said({ stage: 'Complete', completedOn: '2022-01-10' });
    expect(merge([answer], [version({ stage: 'In progress' }, LATER)]).ours).toEqual({});
    expect(merge([answer], [version({ stage: 'In progress' }, EARLIER)]).ours).toEqual({
      stage: 'Complete',
      completedOn: '2022-01-10',
    });
    const dated = version({ stage: 'Complete', completedOn: '2022-01-07' }, EARLIER);
    expect(merge([answer], [dated])).toEqual({ ours: {}, clashes: [] });
  });

  test('the group an item waits on is decided like any other field where somebody chose it', () => {
    const base = { ...BEFORE, waitingOn: null };
    const chosen = said({ stage: 'Waiting on others', waitingOn: 'finance' }, { base });
    const theirs = (at: string, changes: Row = {}) =>
      version({ ...base, stage: 'Waiting on others', waitingOn: 'data', ...changes }, at);
    expect(merge([chosen], [theirs(EARLIER), version(base, '2022-01-03T09:00:00Z')])).toEqual({
      ours: { waitingOn: 'finance' },
      clashes: [['waitingOn', 'yours', 'owner', EARLIER]],
    });
    expect(merge([chosen], [theirs(LATER), version(base, '2022-01-03T09:00:00Z')])).toEqual({
      ours: {},
      clashes: [['waitingOn', 'theirs', 'owner', LATER]],
    });
    const done = theirs(LATER, { stage: 'Complete', waitingOn: null });
    expect(merge([chosen], [done, version(base, '2022-01-03T09:00:00Z')]).ours).toEqual({});
  });

  test('of two notes the later one stands, and nobody is told: both are in the history', () => {
    const answer = said({ latestNote: 'Ours', latestUpdate: '2022-01-10T10:00:00Z' });
    expect(merge([answer], [version({ latestNote: 'Theirs' }, EARLIER)])).toEqual({
      ours: { latestNote: 'Ours', latestUpdate: '2022-01-10T10:00:00Z' },
      clashes: [],
    });
    expect(merge([answer], [version({ latestNote: 'Theirs' }, LATER)])).toEqual({
      ours: { latestUpdate: '2022-01-10T10:00:00Z' },
      clashes: [],
    });
  });
});
