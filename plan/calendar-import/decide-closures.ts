import { formatPeriod } from '../calendar/dates.ts';
import type { NewClosureKind } from '../glossary.ts';
import type { Closure, Group, RowKey } from '../rows.ts';
import type { Period } from './calendar-file.ts';

/** The values of a row that an import fills. */
export type ClosureValues = Pick<Closure, 'title' | 'fromDate' | 'toDate' | 'kind' | 'groups'>;

/** One stretch, with what importing it does. */
export interface DecidedClosure {
  readonly key: RowKey;
  readonly values: ClosureValues;
  /** The row that is there already; `null` for a new one. */
  readonly known: Closure | null;
  /** Of a known row: what is changed. Empty: it stays as it is. */
  readonly changes: Partial<ClosureValues>;
}

/** What importing a calendar does to the Closures list. */
export interface ClosuresDecision {
  readonly closures: readonly DecidedClosure[];
  readonly doubts: readonly string[];
}

/**
 * Compares what a calendar says with the list as it stands. A stretch is known again by its key, or by its title and days;
 * one that was cancelled stays so.
 * @param keyOf key of the row of a name in the file
 */
export function decideClosures(
  periods: readonly Period[],
  {
    rows,
    groups,
    kind,
    keyOf,
  }: {
    readonly rows: readonly Closure[];
    readonly groups: readonly Group[];
    /** What the days are where the file does not say. */
    readonly kind: NewClosureKind;
    readonly keyOf: (name: string) => RowKey;
  },
): ClosuresDecision {
  const doubts: string[] = [];
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const byDays = new Map(rows.map((row) => [sameness(row), row]));
  const closures = periods.flatMap((period): DecidedClosure[] => {
    const named = findGroups(period, groups, doubts);
    if (named === null) return [];
    const values: ClosureValues = {
      title: period.title,
      fromDate: period.from,
      toDate: period.to,
      kind: period.kind ?? kind,
      groups: named,
    };
    const key = keyOf(period.name);
    const known = byKey.get(key) ?? byDays.get(sameness(values)) ?? null;
    if (known?.kind === 'Cancelled' && period.kind === null) {
      doubts.push(
        `“${period.title}” (${formatPeriod(period.from, period.to)}) was cancelled in the Closures list and stays so.`,
      );
      return [];
    }
    return [
      { key: known?.key ?? key, values, known, changes: known === null ? {} : changesTo(known, values) },
    ];
  });
  return { closures, doubts };
}

function changesTo(known: Closure, values: ClosureValues): Partial<ClosureValues> {
  const { title, fromDate, toDate, kind, groups } = values;
  const isSameGroups = [...known.groups].sort().join('\n') === [...groups].sort().join('\n');
  return {
    ...(known.title === title ? {} : { title }),
    ...(known.fromDate === fromDate ? {} : { fromDate }),
    ...((known.toDate ?? known.fromDate) === toDate ? {} : { toDate }),
    ...(known.kind === kind ? {} : { kind }),
    // A file that names no groups says nothing of them.
    ...(groups.length === 0 || isSameGroups ? {} : { groups }),
  };
}

/** Keys of the groups a file names; `null` where one is not in the plan, for then it is not known whom it is for. */
function findGroups(period: Period, groups: readonly Group[], doubts: string[]): RowKey[] | null {
  const keys = period.groups.map((name) => ({
    name,
    key: groups.find(({ title }) => title.trim().toLowerCase() === name.trim().toLowerCase())?.key,
  }));
  const missing = keys.find(({ key }) => key === undefined);
  if (missing === undefined) return keys.flatMap(({ key }) => (key === undefined ? [] : [key]));
  doubts.push(
    `“${period.title}” is left out: no group of the plan is called “${missing.name.slice(0, 80)}”. Write it as it stands in the Groups list.`,
  );
  return null;
}

function sameness({ title, fromDate, toDate }: Pick<Closure, 'title' | 'fromDate' | 'toDate'>): string {
  return `${title.trim().toLowerCase()}\n${fromDate}\n${toDate ?? fromDate}`;
}
