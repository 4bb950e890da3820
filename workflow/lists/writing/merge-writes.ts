import type { OutboxEntry } from '../../../store/outbox.ts';

/** Everything that waits to be said of one row, as one write. */
export interface RowWrite extends Pick<OutboxEntry, 'list' | 'key' | 'kind' | 'changes' | 'attempts'> {
  /** What it stands for, oldest first. */
  readonly entries: readonly [OutboxEntry, ...OutboxEntry[]];
}

/**
 * Brings the waiting writes of each row together: the latest value of each property, for every write costs a version
 * and two resource units. Keeps the order of each row's first write.
 */
export function mergeWrites(entries: readonly OutboxEntry[]): RowWrite[] {
  const writes = new Map<string, RowWrite>();
  for (const entry of entries) {
    const row = `${entry.list}/${entry.key}`;
    const earlier = writes.get(row);
    const { list, key, kind, changes, attempts } = entry;
    writes.set(
      row,
      earlier === undefined
        ? { list, key, kind, changes, attempts, entries: [entry] }
        : {
            ...earlier,
            entries: [...earlier.entries, entry],
            changes: { ...earlier.changes, ...changes },
          },
    );
  }
  return [...writes.values()];
}

/** The outbox entries of some writes, by id. */
export function outboxIds(writes: readonly RowWrite[]): number[] {
  return writes.flatMap(({ entries }) => entries.map(({ id }) => id));
}
