import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
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
  }, 120_000);
});
