import type { ImportedRow, ImportedRows } from './imported.ts';
import type { Standing, StandingRow } from './standing.ts';

/** Something about a row that stays when it is renamed, as text; `null` where nothing does. */
export type FactOf = (row: StandingRow | ImportedRow) => string | null;

/** What the rows of a file are known again by, where the file names them otherwise. */
export function sameFactOf(imported: ImportedRows, standing: Standing, all: readonly ImportedRows[]): FactOf {
  switch (imported.sameFact) {
    case 'theme holds':
      return themeHolding(standing, all);
    case 'due':
      return (row) => textOf(saidOf(row, 'baselineDue'));
    case 'target':
      return (row) =>
        textOf(saidOf(row, 'target')) && `${saidOf(row, 'target')} by ${saidOf(row, 'targetDate')}`;
    case null:
      return () => null;
  }
}

/** A theme is the one that holds most of the recommendations the plan puts under it. */
function themeHolding(standing: Standing, all: readonly ImportedRows[]): FactOf {
  const themeOf = new Map(
    (standing.Recommendations ?? []).map(({ values }) => [values.number, values.theme] as const),
  );
  const recommendations = all.filter(({ list }) => list === 'Recommendations').flatMap(({ rows }) => rows);
  const mostIn = (title: unknown): string | null => {
    const refs = recommendations
      .filter(({ says }) => says.theme === title)
      .map(({ says }) => themeOf.get(says.number))
      .filter((ref) => ref != null);
    const [most] = [...Map.groupBy(refs, (ref) => ref).values()].toSorted(
      (one, other) => other.length - one.length,
    );
    return textOf(most?.[0]);
  };
  return (row) => ('ref' in row ? row.ref : mostIn(row.says.title));
}

function saidOf(row: StandingRow | ImportedRow, property: string): unknown {
  return 'values' in row ? row.values[property] : (row.says[property] ?? row.fills[property]);
}

function textOf(value: unknown): string | null {
  return value == null ? null : String(value);
}
