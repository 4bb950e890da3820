import type { SiteLists } from '../../graph/site-lists/types.ts';
import type { ImportCounts } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { decide } from '../../plan/import/decide.ts';
import type { ImportedRows } from '../../plan/import/imported.ts';
import { countDecision } from './count-decision.ts';
import { standingInSite } from './read-standing.ts';
import { writeDecision } from './write-decision.ts';

/** What an import did, or would do. */
export interface ImportReport {
  readonly lists: readonly ImportCounts[];
  readonly changes: readonly string[];
  readonly doubts: readonly string[];
}

/**
 * Imports rows into the lists of a site, without a database: what people entered stays, and what the last import said
 * is not known.
 * @param apply `false`: only says what it would do
 * @throws AppError `GRAPH` when a row was refused; what was written stays, and importing again goes on from there
 */
export async function importRowsInto(
  siteLists: SiteLists,
  imported: readonly ImportedRows[],
  { apply, newKey }: { readonly apply: boolean; readonly newKey: () => string },
): Promise<ImportReport> {
  const decision = decide(imported, await standingInSite(siteLists));
  const { changes, doubts } = decision;
  if (!apply) return { lists: countDecision(decision), changes, doubts };
  const written = await writeDecision(siteLists, decision, newKey);
  if (written.failures.length > 0) throw notAllWritten(written.failures);
  return { lists: written.lists, changes, doubts };
}

/** Names the first few rows that were not written. */
export function notAllWritten(failures: readonly string[]): AppError {
  const shown = failures.slice(0, 5).join('; ');
  const more = failures.length > 5 ? `; and ${failures.length - 5} more` : '';
  const rows = failures.length === 1 ? 'row was' : 'rows were';
  const message = `${failures.length} ${rows} not written: ${shown}${more}. Import again: it goes on from here.`;
  return new AppError({ code: 'GRAPH', message, userMessage: message });
}
