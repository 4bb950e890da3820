import type { OutboxEntry } from '../../store/outbox.ts';

/** Everything that waits to be said of one row, as one write. */
export interface RowWrite
  extends Pick<OutboxEntry, 'list' | 'key' | 'kind' | 'changes' | 'base' | 'attempts'> {
  /** The outbox entries it stands for, oldest first. */
  readonly outboxIds: readonly [number, ...number[]];
}

/**
 * Brings the waiting writes of each row together: the latest value of each property, against the oldest base, for
 * every write costs a version and two resource units. Keeps the order of each row's first write.
 */
export function mergeWrites(entries: readonly OutboxEntry[]): RowWrite[] {
  const writes = new Map<string, RowWrite>();
  for (const { id, ...entry } of entries) {
    const row = `${entry.list}/${entry.key}`;
    const earlier = writes.get(row);
    writes.set(
      row,
      earlier === undefined
        ? { ...entry, outboxIds: [id] }
        : {
            ...earlier,
            outboxIds: [...earlier.outboxIds, id],
            changes: { ...earlier.changes, ...entry.changes },
            base: { ...entry.base, ...earlier.base },
          },
    );
  }
  return [...writes.values()];
}
