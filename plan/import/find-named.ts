import type { ListName } from '../glossary.ts';
import type { Target } from './decision.ts';
import type { ImportedRow, ImportList } from './imported.ts';
import { nameOfRow, type Standing } from './standing.ts';
import { alikeAmong } from './theme-names.ts';

/** Finds the row that a name means, among those that stand and those that are made. */
export type FindNamed = (list: ListName, name: string) => Target | 'none' | 'several';

/** @param madeRows rows to be made of each list, in their order */
export function createFindNamed(
  standing: Standing,
  madeRows: ReadonlyMap<ImportList, readonly ImportedRow[]>,
): FindNamed {
  const indexes = new Map<ListName, ReadonlyMap<string, readonly Target[]>>();
  const indexOf = (list: ListName) => {
    const known = indexes.get(list) ?? indexNames(list, standing, madeRows.get(list as ImportList) ?? []);
    indexes.set(list, known);
    return known;
  };
  return (list, name) => {
    const index = indexOf(list);
    const targets =
      index.get(plain(name)) ?? (list === 'Recommendations' ? index.get(bareNumber(name)) : undefined);
    if (targets !== undefined) return targets.length === 1 && targets[0] ? targets[0] : 'several';
    // Themes are written in many ways, and an almost equal name is the same theme.
    const alike = list === 'Themes' ? alikeAmong(name, [...index.keys()]) : null;
    return (alike === null ? undefined : index.get(alike)?.[0]) ?? 'none';
  };
}

function indexNames(
  list: ListName,
  standing: Standing,
  madeRows: readonly ImportedRow[],
): ReadonlyMap<string, readonly Target[]> {
  const targets = new Map<string, Target[]>();
  const add = (target: Target, names: readonly unknown[]) => {
    for (const name of new Set(names.map(plain))) {
      if (name !== '') targets.set(name, [...(targets.get(name) ?? []), target]);
    }
  };
  for (const row of standing[list] ?? [])
    add({ list, ref: row.ref }, [
      nameOfRow(list, row),
      row.values.title,
      row.values.email,
      row.values.fullText,
    ]);
  for (const [made, { says }] of madeRows.entries())
    add({ list, made }, [says.number, says.title, says.email, says.fullText]);
  return targets;
}

/** `Recommendation 3`, `R3` and `3.` name the third. */
function bareNumber(name: string): string {
  return /^(?:r|rec\.?|recommendation|no\.?|number)?\s*#?(\d{1,6})\.?$/i.exec(name.trim())?.[1] ?? '';
}

function plain(name: unknown): string {
  return String(name ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
