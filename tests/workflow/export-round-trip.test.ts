import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { LIST_NAMES } from '../../plan/glossary.ts';
import { decide } from '../../plan/import/decide.ts';
import type { Standing } from '../../plan/import/standing.ts';
import { understand } from '../../plan/import/understand.ts';
import { exportFile } from '../../workflow/export/export-plan.ts';
import { readFile } from '../../workflow/import/documents/read-file.ts';
import { anyStanding } from './helpers/make-standing.ts';

async function reimport(standing: Standing, format: 'xlsx' | 'csv', change = (text: string) => text) {
  const file = await exportFile(standing, { planId: 'plan-a', format, today: '2022-01-10' });
  const { document, doubts } = await readFile(file.name, file.bytes);
  const changed = {
    ...document,
    tables: document.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(change) })),
    })),
  };
  const known = { groups: [], owners: [] };
  const understanding = understand(changed, { columns: {}, known, planId: 'plan-a' });
  const decision = decide(understanding.imported, standing);
  return { decision, doubts: [...doubts, ...understanding.doubts, ...decision.doubts] };
}

describe.each(['xlsx', 'csv'] as const)('any plan, exported as %s and imported again,', (format) => {
  test('is unchanged, and nothing is doubtful', async () => {
    await fc.assert(
      fc.asyncProperty(anyStanding, async (standing) => {
        const { decision, doubts } = await reimport(standing, format);
        expect(decision.changes).toEqual([]);
        expect(doubts).toEqual([]);
        for (const { list, made, met } of decision.lists) {
          expect([list, made]).toEqual([list, []]);
          expect(met.filter(({ changes }) => Object.keys(changes).length > 0)).toEqual([]);
          expect(met).toHaveLength(standing[list]?.length ?? 0);
        }
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});

describe('a log of engagement from another place', () => {
  const entry = (itemId: number, on: string, said: string) => ({
    ref: String(itemId),
    itemId,
    etag: null,
    values: { title: 'Parents and carers', on, said, voices: 12 },
  });

  test('adds what the log does not have yet, though one group is met often', async () => {
    const theirs = [
      entry(1, '2022-01-10', 'Too slow'),
      entry(2, '2022-01-10', 'Hard to read'),
      entry(3, '2022-02-14', 'Too slow'),
    ];
    const file = await exportFile(
      { 'Engagement log': theirs },
      { planId: 'plan-b', format: 'xlsx', today: '2022-03-01' },
    );
    const { document } = await readFile(file.name, file.bytes);
    const { imported, understood } = understand(document, {
      columns: {},
      known: { groups: [], owners: [] },
      planId: 'plan-a',
    });
    expect(understood).toBe('3 entries of the engagement log');
    const ours = { 'Engagement log': [entry(7, '2022-01-10', 'Too slow')] };
    const decision = decide(imported, ours);
    expect(decision.changes).toEqual([]);
    expect(decision.lists.map(({ made, met }) => [made.map(({ values }) => values), met.length])).toEqual([
      [
        [
          { title: 'Parents and carers', on: '2022-01-10', said: 'Hard to read', voices: 12 },
          { title: 'Parents and carers', on: '2022-02-14', said: 'Too slow', voices: 12 },
        ],
        1,
      ],
    ]);
  });
});

describe('an export', () => {
  const standing: Standing = {
    Owners: [{ ref: '1', itemId: 1, etag: null, values: { title: 'Jo Marsh' } }],
    Actions: [
      {
        ref: '7',
        itemId: 7,
        etag: null,
        values: {
          title: '=HYPERLINK("x")',
          details: '-5 is cold',
          owner: '1',
          stage: 'Complete',
          baselineDue: '2022-04-03',
        },
      },
    ],
  };
  const partsOf = async (format: 'xlsx' | 'csv') => {
    const { name, bytes } = await exportFile(standing, { planId: 'plan-a', format, today: '2022-01-10' });
    return { name, parts: unzipSync(bytes) };
  };

  test('as CSV has a file for each list, with a mark for Excel, names for ids, and no formula', async () => {
    const { name, parts } = await partsOf('csv');
    expect(name).toBe('plan-a 2022-01-10.zip');
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining(['Actions.csv', 'Updates.csv', 'Engagement log.csv']),
    );
    const bytes = parts['Actions.csv'] ?? new Uint8Array();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, row] = strFromU8(bytes.subarray(3)).split('\r\n');
    expect(header).toMatch(/^Action,Details,Recommendation,.*Id in plan-a$/);
    expect(row).toMatch(/^"'=HYPERLINK\(""x""\)",'-5 is cold,.*,2022-04-03,.*,Jo Marsh,.*,7$/);
  });

  test('has what those said who saw it otherwise, and nothing that puts one person’s choices together', async () => {
    const row = (values: object) => [{ ref: '1', itemId: 1, etag: null, values: { title: 'It', ...values } }];
    const signOffs = row({ decision: 'Agreed', dissent: 'Two found it too slow', voices: 12 });
    const ranked = [1, 2, 1, 2].flatMap((rank, at) =>
      row({ rank, voices: 12, ballot: `whose-ballot-it-is-${at < 2}` }),
    );
    const { bytes } = await exportFile(
      { 'Sign-offs': signOffs, Priorities: ranked },
      { planId: 'plan-a', format: 'csv', today: '2022-01-10' },
    );
    const parts = unzipSync(bytes);
    const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(textOf('Sign-offs.csv')).toContain('Two found it too slow,12');
    expect(textOf('Priorities.csv').match(/[12](?=,12)/g)).toEqual(['1', '1', '2', '2']);
    expect(textOf('Priorities.csv')).not.toMatch(/ballot/i);
  });

  test('as a workbook keeps its header in sight and has dates that are dates', async () => {
    const { parts } = await partsOf('xlsx');
    const sheets = Object.entries(parts).filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path));
    expect(sheets).toHaveLength(LIST_NAMES.length);
    for (const [, sheet] of sheets) expect(strFromU8(sheet)).toContain('ySplit="1"');
    expect(sheets.some(([, sheet]) => /<c [^>]*s="\d+"[^>]*><v>44654<\/v>/.test(strFromU8(sheet)))).toBe(
      true,
    );
    expect(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())).toContain('dd/mm/yyyy');
    expect(sheets.some(([, sheet]) => strFromU8(sheet).includes('<f>'))).toBe(false);
  });
});
