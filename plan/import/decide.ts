import type { DecidedValue, Decision, ListDecision, MadeRow, MetRow } from './decision.ts';
import { FIELDS, type Field } from './fields.ts';
import { createFindNamed, type FindNamed } from './find-named.ts';
import { fillMade, followChanges } from './follow.ts';
import { gatherRows, type MetParts } from './gather-rows.ts';
import {
  IMPORT_LISTS,
  type ImportedRow,
  type ImportedRows,
  type ImportList,
  type SaidValue,
  type SaidValues,
} from './imported.ts';
import { type KeptValue, keptDoubts } from './kept.ts';
import { isEmptyValue, resolveSaid, standsSo } from './said-values.ts';
import { saidWords, standingWords } from './said-words.ts';
import type { Standing } from './standing.ts';
import { judge } from './three-way.ts';
import { unsignedDoubt } from './unsigned.ts';

/** What the last import said of a row, by `saidKey`; nothing for rows that no file has spoken of. */
export type SaidBefore = ReadonlyMap<string, SaidValues>;

export function saidKey(list: ImportList, itemId: number): string {
  return `${list}/${itemId}`;
}

/** What the plan's wording is: an import brings it up to date. All else is what people work on. */
const WORDING = new Set([
  'number',
  'title',
  'fullText',
  'details',
  'theme',
  'recommendation',
  'sortOrder',
  'reviewSaid',
  'stakeholdersSaid',
  'progressSoFar',
  'kind',
  'unit',
  'target',
  'targetDate',
]);

/**
 * Decides what importing rows does to the lists as they stand. What people entered since the last import stays; what
 * does not fit is told, naming the row. An import never empties anything and never removes a row.
 */
export function decide(
  imported: readonly ImportedRows[],
  standing: Standing,
  before: SaidBefore = new Map(),
): Decision {
  const gathered = gatherRows(imported, standing);
  const find = createFindNamed(standing, gathered.made);
  const known: Known = { standing, find, before };
  const doubts: string[] = [...gathered.doubts];
  const changes: string[] = [];
  const kept: KeptValue[] = [];
  const lists = IMPORT_LISTS.flatMap((list): ListDecision[] => {
    const made = (gathered.made.get(list) ?? []).map((row) => makeRow(list, row, find, doubts));
    const met = (gathered.met.get(list) ?? []).map((parts) => {
      const found = meetRow(list, parts, known);
      doubts.push(...found.doubts);
      changes.push(...found.words);
      kept.push(...found.kept);
      return found.met;
    });
    return made.length + met.length === 0 ? [] : [{ list, made, met }];
  });
  return { lists, changes, doubts: [...doubts, ...keptDoubts(kept)] };
}

interface Known {
  readonly standing: Standing;
  readonly find: FindNamed;
  readonly before: SaidBefore;
}

function makeRow(list: ImportList, row: ImportedRow, find: FindNamed, doubts: string[]): MadeRow {
  const values: Record<string, DecidedValue> = {};
  for (const [property, said] of Object.entries({ ...row.fills, ...row.says })) {
    const resolved = resolveSaid(fieldOf(list, property), said, find);
    if ('doubt' in resolved) doubts.push(`${where(row, list, property)}: ${resolved.doubt}`);
    else values[property] = resolved.value;
  }
  return { label: row.label, values: fillMade(list, values), said: row.says };
}

interface Met {
  readonly met: MetRow;
  readonly words: readonly string[];
  readonly doubts: readonly string[];
  readonly kept: readonly KeptValue[];
}

function meetRow(list: ImportList, { row, parts }: MetParts, known: Known): Met {
  const changes: Record<string, DecidedValue> = {};
  const words: string[] = [];
  const doubts: string[] = [];
  const kept: KeptValue[] = [];
  const said: Record<string, SaidValue> = {};
  const before = row.itemId === null ? undefined : known.before.get(saidKey(list, row.itemId));
  const change = (property: string, value: SaidValue, from: ImportedRow) => {
    const resolved = resolveSaid(fieldOf(list, property), value, known.find);
    if ('doubt' in resolved) {
      doubts.push(`${where(from, list, property)}: ${resolved.doubt}`);
      return;
    }
    const doubt = unsignedDoubt(row, { property, value: resolved.value }, known.standing);
    if (doubt !== null) {
      doubts.push(`${where(from, list, property)}: ${doubt}`);
      return;
    }
    changes[property] = resolved.value;
    const was = standingWords(fieldOf(list, property), row.values[property], known.standing);
    words.push(`${from.label}, ${labelOf(list, property)}: ${was} → ${saidWords(value)}`);
  };
  for (const { imported, rule } of parts) {
    for (const [property, value] of Object.entries(imported.says)) {
      said[property] = value;
      const field = fieldOf(list, property);
      const stands = row.values[property];
      const saidThen = before?.[property];
      const verdict = judge({
        isEmpty: isEmptyValue(stands),
        isSame: standsSo(field, stands, value, known),
        before:
          saidThen === undefined
            ? null
            : {
                saidTheSame: isSameSaid(saidThen, value),
                stoodSo: property !== 'baselineDue' && standsSo(field, stands, saidThen, known),
              },
        // What was first promised changes by a recorded decision only, never by a file.
        isFileRight: property !== 'baselineDue' && (rule === 'file' || WORDING.has(property)),
      });
      if (verdict === 'change') change(property, value, imported);
      else if (verdict === 'keep and tell') {
        const standsWords = standingWords(field, stands, known.standing);
        kept.push({
          list,
          label: imported.label,
          field: labelOf(list, property),
          stands: standsWords,
          file: saidWords(value),
        });
      }
    }
    for (const [property, value] of Object.entries(imported.fills)) {
      if (property in imported.says || !isEmptyValue(row.values[property])) continue;
      // How exactly a date is known belongs to the date: it does not change what stands.
      if (property === 'duePrecision' && !isEmptyValue(row.values.baselineDue)) continue;
      change(property, value, imported);
    }
  }
  const label = parts[0]?.imported.label ?? '';
  return { met: { label, row, changes: followChanges(list, row, changes), said }, words, doubts, kept };
}

function isSameSaid(one: SaidValue, other: SaidValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fieldOf(list: ImportList, property: string): Field | null {
  return FIELDS[list].find(({ name }) => name === property) ?? null;
}

function labelOf(list: ImportList, property: string): string {
  return fieldOf(list, property)?.label ?? property;
}

function where({ label, place }: ImportedRow, list: ImportList, property: string): string {
  return `${place === null ? label : `${place} (${label})`}, ${labelOf(list, property)}`;
}
