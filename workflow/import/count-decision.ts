import type { ImportCounts } from '../../plan/content.ts';
import type { Decision, ListDecision, MetRow } from '../../plan/import/decision.ts';

/** What an import would do to each list. */
export function countDecision({ lists }: Decision): ImportCounts[] {
  return lists.map((decision) => {
    const updated = decision.met.filter(hasChanges);
    return {
      list: decision.list,
      created: decision.made.length,
      updated: updated.length,
      unchanged: decision.met.length - updated.length,
      renamed: renamedIn(decision),
    };
  });
}

export function hasChanges({ changes }: MetRow): boolean {
  return Object.keys(changes).length > 0;
}

/** Rows that get another name. */
export function renamedIn({ met }: Pick<ListDecision, 'met'>): ImportCounts['renamed'] {
  return met.flatMap(({ row, changes }) => {
    const from = row.values.title;
    return typeof changes.title === 'string' && typeof from === 'string' ? [{ from, to: changes.title }] : [];
  });
}
