import { createHash } from 'node:crypto';
import type { RowKey } from '../../plan/rows.ts';

/**
 * Names the row of what a calendar file calls so, the same in every import. Rows that were deleted in SharePoint keep their
 * names: what is imported again after that is another row.
 */
export function closureKeys(deleted: readonly RowKey[]): (name: string) => RowKey {
  const taken = new Set(deleted);
  return (name) => {
    const key = `closure-${createHash('sha256').update(name).digest('base64url').slice(0, 27)}`;
    let turn = 1;
    while (taken.has(turnOf(key, turn))) turn += 1;
    return turnOf(key, turn);
  };
}

function turnOf(key: RowKey, turn: number): RowKey {
  return turn === 1 ? key : `${key}-${turn}`;
}
