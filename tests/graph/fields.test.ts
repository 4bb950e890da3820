import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Column } from '../../graph/lists/columns.ts';
import { decodeFields, encodeFields, type RowValue, type RowValues } from '../../graph/lists/fields.ts';
import { LISTS } from '../../graph/lists/index.ts';
import { STAGES } from '../../plan/glossary.ts';

const LONDON = 'Europe/London';

/** What SharePoint answers for what was written: ids as text, several rows as objects, empty things left out. */
function asSharePointAnswers(columns: readonly Column[], written: Readonly<Record<string, unknown>>) {
  const fields: Record<string, unknown> = { id: '7', '@odata.etag': '"x,1"', ContentType: 'Item' };
  for (const column of columns) {
    const { name, kind } = column;
    const value = written[kind === 'lookup' || kind === 'lookups' ? `${name}LookupId` : name];
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    if (kind === 'lookup') fields[`${name}LookupId`] = value;
    else if (kind === 'lookups')
      fields[name] = (value as number[]).map((id) => ({ LookupId: id, LookupValue: 'x' }));
    else if (kind === 'date') fields[name] = localMidnight(String(value));
    else fields[name] = value;
  }
  return fields;
}

/** A date-only column keeps the site's calendar day and answers its midnight in UTC. */
const localMidnight = (written: string): string =>
  Temporal.Instant.from(written)
    .toZonedDateTimeISO(LONDON)
    .toPlainDate()
    .toZonedDateTime(LONDON)
    .toInstant()
    .toString();

const isoDate = fc
  .integer({ min: 0, max: 366 * 40 })
  .map((days) => Temporal.PlainDate.from('2010-01-01').add({ days }).toString());
const isoInstant = fc
  .integer({ min: 0, max: 40 * 366 * 86_400 })
  .map((seconds) => Temporal.Instant.from('2010-01-01T00:00:00Z').add({ seconds }).toString());
const itemId = fc.integer({ min: 1, max: 2_000_000 });

function anyValueOf(column: Column): fc.Arbitrary<RowValue> {
  switch (column.kind) {
    case 'text':
      return fc.string({ minLength: 1, maxLength: 255 });
    case 'note':
      return fc.string({ minLength: 1, maxLength: 2000, unit: 'grapheme' });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'choice':
      return fc.constantFrom(...column.choices);
    case 'multiChoice':
      return fc.uniqueArray(fc.constantFrom(...column.choices));
    case 'date':
      return isoDate;
    case 'dateTime':
      return isoInstant;
    case 'lookup':
      return itemId;
    case 'lookups':
      return fc.uniqueArray(itemId, { maxLength: 5 });
    case 'flag':
      return fc.boolean();
  }
}

const emptyOf = ({ kind }: Column): RowValue => (kind === 'multiChoice' || kind === 'lookups' ? [] : null);

describe('encodeFields and decodeFields', () => {
  for (const list of Object.values(LISTS)) {
    test(`bring every row of ${list.name} through SharePoint and back unchanged`, () => {
      const row = fc.record(
        Object.fromEntries(
          Object.entries(list.columns).map(([property, column]) => [
            property,
            fc.oneof({ weight: 4, arbitrary: anyValueOf(column) }, fc.constant(emptyOf(column))),
          ]),
        ),
      );
      fc.assert(
        fc.property(row, (values: RowValues) => {
          // Through JSON, as over the wire.
          const written = JSON.parse(JSON.stringify(encodeFields(list, values, LONDON)));
          const answered = asSharePointAnswers(Object.values(list.columns), written);
          const { values: read, problems } = decodeFields(list, answered, LONDON);
          expect(problems).toEqual([]);
          // JSON knows no negative zero.
          expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(values)));
        }),
        { numRuns: 60 },
      );
    });
  }

  test('keep the day of every date in the weeks around both clock changes', () => {
    for (const change of ['2022-03-27', '2022-10-30', '2026-03-29', '2026-10-25']) {
      for (let days = -8; days <= 8; days++) {
        const day = Temporal.PlainDate.from(change).add({ days }).toString();
        const written = encodeFields(LISTS.Recommendations, { forecastDue: day }, LONDON);
        expect(written).toEqual({ ForecastDue: `${day}T12:00:00Z` });
        const answered = { ForecastDue: localMidnight(String(written.ForecastDue)) };
        expect(decodeFields(LISTS.Recommendations, answered, LONDON).values.forecastDue).toBe(day);
        // Some answers hold what was written, not the midnight it became.
        expect(decodeFields(LISTS.Recommendations, written, LONDON).values.forecastDue).toBe(day);
      }
    }
  });

  test('write several values with their type, and empty them with it too', () => {
    expect(
      encodeFields(LISTS.Owners, { roles: ['Chair'], groups: [3, 9], deputy: 4, awayFrom: null }, LONDON),
    ).toEqual({
      'Roles@odata.type': 'Collection(Edm.String)',
      Roles: ['Chair'],
      'GroupsLookupId@odata.type': 'Collection(Edm.Int32)',
      GroupsLookupId: [3, 9],
      DeputyLookupId: '4',
      AwayFrom: null,
    });
    expect(encodeFields(LISTS.Owners, { roles: [], groups: [], deputy: null }, LONDON)).toEqual({
      'Roles@odata.type': 'Collection(Edm.String)',
      Roles: [],
      'GroupsLookupId@odata.type': 'Collection(Edm.Int32)',
      GroupsLookupId: [],
      DeputyLookupId: null,
    });
  });

  test('write itemNumber as ItemId, instants to the second, empty text as absent', () => {
    expect(
      encodeFields(LISTS.Updates, { itemNumber: 3, at: '2022-01-24T10:00:00.987Z', note: '' }, LONDON),
    ).toEqual({
      ItemId: 3,
      At: '2022-01-24T10:00:00Z',
      Note: null,
    });
  });
});

describe('encodeFields', () => {
  const refused: readonly (readonly [string, RowValues, string])[] = [
    ['a text of 256 characters', { title: 'x'.repeat(256) }, 'Title'],
    ['a note of 64,000 characters', { latestNote: 'x'.repeat(64_000) }, 'LatestNote'],
    ['a choice there is not', { stage: 'Nearly done' }, 'Stage'],
    ['a date that is none', { forecastDue: '2022-02-30' }, 'ForecastDue'],
    ['an instant for a date', { forecastDue: '2022-02-03T00:00:00Z' }, 'ForecastDue'],
    ['a date for an instant', { latestUpdate: '2022-02-03' }, 'LatestUpdate'],
    ['a row without an id', { theme: 0 }, 'Theme'],
    ['text for a number', { number: '3' }, 'Number'],
    ['a number that is none', { number: Number.NaN }, 'Number'],
    ['a property there is not', { nonsense: 1 }, 'nonsense'],
  ];
  test.each(refused)('refuses %s and names the column', (_what, values, column) => {
    expect(() => encodeFields(LISTS.Recommendations, values, LONDON)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', details: { list: 'Recommendations', column } }),
    );
  });

  test('takes the longest text and note there may be', () => {
    const values = { title: 'x'.repeat(255), latestNote: 'x'.repeat(63_999) };
    expect(encodeFields(LISTS.Recommendations, values, LONDON)).toEqual({
      Title: values.title,
      LatestNote: values.latestNote,
    });
  });
});

describe('decodeFields', () => {
  test('reads an empty item as a row of empty values', () => {
    const { values, problems } = decodeFields(LISTS.Meetings, {}, LONDON);
    expect(problems).toEqual([]);
    expect(values).toEqual({
      entryKey: null,
      title: null,
      group: null,
      startsAt: null,
      state: null,
      attendees: [],
      decisions: null,
      closedAt: null,
    });
  });

  test('empties what it cannot read, says which column, and keeps the rest', () => {
    const fields = {
      Title: 'Still here',
      Number: '3',
      Stage: 'Nearly done',
      ForecastDue: 'soon',
      ThemeLookupId: 'none',
      Confidence: { odd: true },
      OwnerLookupId: '5',
    };
    const { values, problems } = decodeFields(LISTS.Recommendations, fields, LONDON);
    expect(values).toMatchObject({
      title: 'Still here',
      number: null,
      stage: null,
      forecastDue: null,
      theme: null,
      confidence: null,
      owner: 5,
    });
    expect(problems.map(({ column, received }) => [column, received])).toEqual([
      ['Number', 'string'],
      ['Theme', 'string'],
      ['Stage', 'string'],
      ['ForecastDue', 'string'],
      ['Confidence', 'object'],
    ]);
    expect(problems.find(({ column }) => column === 'Stage')?.message).toContain(STAGES.join(', '));
    expect(JSON.stringify(problems)).not.toContain('Nearly done');
  });

  test('keeps the roles it knows when somebody adds one it does not', () => {
    const { values, problems } = decodeFields(LISTS.Owners, { Roles: ['Chair', 'Juggler'] }, LONDON);
    expect(values.roles).toEqual(['Chair']);
    expect(problems).toMatchObject([{ property: 'roles', column: 'Roles', received: 'array' }]);
  });

  test('never throws, whatever stands in the columns', () => {
    const names = Object.values(LISTS.Actions.columns).flatMap(({ name }) => [name, `${name}LookupId`]);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.anything()), (fields) => {
        const { values } = decodeFields(LISTS.Actions, fields, LONDON);
        expect(Object.keys(values)).toEqual(Object.keys(LISTS.Actions.columns));
      }),
    );
  });
});
