import { ENTRY_KEY } from '../../graph/lists/define-list.ts';
import { LISTS } from '../../graph/lists/index.ts';
import type { RowValue, RowValues } from '../../graph/lists/values.ts';
import type { SiteLists, WriteOperation, WriteOutcome } from '../../graph/site-lists/types.ts';
import type { ImportCounts } from '../../plan/content.ts';
import { type DecidedValues, type Decision, isTarget, type Target } from '../../plan/import/decision.ts';
import type { ImportList, SaidValues } from '../../plan/import/imported.ts';
import { hasChanges, renamedIn } from './count-decision.ts';

/** What writing an import came to. */
export interface WrittenImport {
  readonly lists: readonly ImportCounts[];
  /** Rows that were not written, in words, each saying why. */
  readonly failures: readonly string[];
  /** Microsoft 365 was busy or away: the same again may well work later. */
  readonly mayWorkLater: boolean;
  /** What the file said of every row that now stands as decided. */
  readonly said: readonly {
    readonly list: ImportList;
    readonly itemId: number;
    readonly values: SaidValues;
  }[];
}

/** A row on its way to SharePoint. */
interface Pending {
  readonly list: ImportList;
  readonly label: string;
  readonly said: SaidValues;
  readonly operation: WriteOperation | null;
  /** A row made now that is changed once more, when what it points to is there. */
  readonly isSecondPass?: boolean;
}

/**
 * Writes what was decided: new rows list by list, so that later ones can point to them, then all changes together.
 * Not all or nothing: each row is written or not by itself.
 * @param newKey a new unguessable key
 */
export async function writeDecision(
  siteLists: SiteLists,
  { lists }: Decision,
  newKey: () => string,
): Promise<WrittenImport> {
  const madeIds = new Map<ImportList, (number | null)[]>();
  const idOf = (target: Target): number | null =>
    'ref' in target ? Number(target.ref) : (madeIds.get(target.list as ImportList)?.[target.made] ?? null);
  const results: { pending: Pending; outcome: WriteOutcome | null }[] = [];
  const run = async (pending: readonly Pending[]) => {
    const outcomes = await siteLists.writeRows(
      pending.flatMap(({ operation }) => (operation === null ? [] : [operation])),
    );
    let next = 0;
    const settled = pending.map((one) => ({
      pending: one,
      outcome: one.operation === null ? null : (outcomes[next++] ?? null),
    }));
    results.push(...settled);
    return settled;
  };

  const later: { list: ImportList; label: string; at: number; values: DecidedValues }[] = [];
  for (const { list, made } of lists) {
    const creates = made.map(({ label, said, values }, at): Pending => {
      const { ready, waiting } = splitByTargets(values, idOf);
      if (Object.keys(waiting).length > 0) later.push({ list, label, at, values: waiting });
      const key: RowValues = LISTS[list].uniqueKey === ENTRY_KEY ? { [ENTRY_KEY]: newKey() } : {};
      return { list, label, said, operation: { kind: 'create', list, values: { ...ready, ...key } } };
    });
    const settled = await run(creates);
    madeIds.set(
      list,
      settled.map(({ outcome }) => idWritten(outcome)),
    );
  }
  const secondPass = later.flatMap(({ list, label, at, values }): Pending[] => {
    const itemId = madeIds.get(list)?.[at] ?? null;
    const { ready } = splitByTargets(values, idOf);
    if (itemId === null || Object.keys(ready).length === 0) return [];
    const operation = { kind: 'update', list, itemId, etag: null, values: ready } as const;
    return [{ list, label, said: {}, operation, isSecondPass: true }];
  });
  const changes = lists.flatMap(({ list, met }) =>
    met.map(({ label, row, changes: changed, said }): Pending => {
      const { ready } = splitByTargets(changed, idOf);
      const operation: WriteOperation | null =
        Object.keys(ready).length === 0 || row.itemId === null
          ? null
          : { kind: 'update', list, itemId: row.itemId, etag: row.etag, values: ready };
      return { list, label, said, operation };
    }),
  );
  await run([...secondPass, ...changes]);

  return {
    lists: lists.map((decision) => countList(decision, results)),
    failures: results.flatMap(({ pending, outcome }) => {
      const why = failureOf(outcome);
      return why === null ? [] : [`${pending.label} (${pending.list}) ${why}`];
    }),
    mayWorkLater: results.some(
      ({ outcome }) => outcome?.status === 'throttled' || outcome?.status === 'unknown',
    ),
    said: saidOf(lists, results),
  };
}

/** What can be written now, and what points to rows that are not there yet. */
function splitByTargets(
  values: DecidedValues,
  idOf: (target: Target) => number | null,
): { ready: RowValues; waiting: DecidedValues } {
  const ready: Record<string, RowValue> = {};
  const waiting: Record<string, DecidedValues[string]> = {};
  for (const [property, value] of Object.entries(values)) {
    const targets = Array.isArray(value) ? value.filter(isTarget) : isTarget(value) ? [value] : [];
    const ids = targets.map(idOf);
    if (ids.includes(null)) waiting[property] = value;
    else if (Array.isArray(value) && targets.length > 0) ready[property] = ids.filter((id) => id !== null);
    else ready[property] = isTarget(value) ? (ids[0] ?? null) : (value as RowValue);
  }
  return { ready, waiting };
}

function idWritten(outcome: WriteOutcome | null): number | null {
  if (outcome?.status === 'written') return outcome.itemId;
  return outcome?.status === 'duplicate' ? (outcome.existing?.itemId ?? null) : null;
}

/** Why a row was not written; `null` where it was, or is there already. */
export function failureOf(outcome: WriteOutcome | null): string | null {
  switch (outcome?.status) {
    case undefined:
    case 'written':
      return null;
    case 'duplicate':
      return outcome.existing === null ? 'is there already, but cannot be read' : null;
    case 'conflict':
      return 'was changed by somebody in this very moment and is left as they have it';
    case 'gone':
      return 'was deleted in this very moment';
    case 'throttled':
      return `could not be written: SharePoint is busy or out of reach (${outcome.code})`;
    case 'unknown':
      return `may or may not have been written: SharePoint’s answer was lost (${outcome.code})`;
    case 'rejected':
      return `was refused by SharePoint (${outcome.code}: ${outcome.message})`;
  }
}

type Results = readonly { readonly pending: Pending; readonly outcome: WriteOutcome | null }[];

function countList(decision: Decision['lists'][number], results: Results): ImportCounts {
  const done = results.filter(
    ({ pending, outcome }) =>
      pending.list === decision.list &&
      !pending.isSecondPass &&
      outcome !== null &&
      failureOf(outcome) === null,
  );
  const count = (kind: WriteOperation['kind']) =>
    done.filter(({ pending }) => pending.operation?.kind === kind).length;
  return {
    list: decision.list,
    created: count('create'),
    updated: count('update'),
    unchanged: decision.met.filter((row) => !hasChanges(row)).length,
    renamed: renamedIn({
      met: decision.met.filter(({ label }) => done.some(({ pending }) => pending.label === label)),
    }),
  };
}

function saidOf(lists: Decision['lists'], results: Results): WrittenImport['said'] {
  const metIds = new Map(
    lists.flatMap(({ list, met }) =>
      met.map(({ said, row }) => [said, { list, itemId: row.itemId }] as const),
    ),
  );
  return results.flatMap(({ pending: { list, said, isSecondPass }, outcome }) => {
    const itemId = metIds.get(said)?.itemId ?? idWritten(outcome);
    const isDone = outcome === null || failureOf(outcome) === null;
    return itemId === null || isSecondPass || !isDone ? [] : [{ list, itemId, values: said }];
  });
}
