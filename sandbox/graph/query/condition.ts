import type { Comparable } from './compare.ts';
import type { QueryField } from './fields-in-queries.ts';
import type { Comparison } from './filter-parser.ts';

/** A condition made ready: its field found and its literal typed. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | Compare;

interface Compare {
  readonly kind: 'compare';
  readonly field: QueryField;
  readonly comparison: Comparison;
  readonly wanted: Comparable;
}

/** Every field that a condition names. */
export function collectFields(condition: Condition): QueryField[] {
  if (condition.kind === 'compare') return [condition.field];
  return [...collectFields(condition.left), ...collectFields(condition.right)];
}

/** The part of a condition that an index can answer; with `or` both sides must be. */
export function findIndexed(condition: Condition): Condition | undefined {
  if (condition.kind === 'compare')
    return condition.field.column.indexed && condition.comparison !== 'ne' ? condition : undefined;
  const left = findIndexed(condition.left);
  const right = findIndexed(condition.right);
  if (condition.kind === 'and') return left ?? right;
  return left === undefined || right === undefined ? undefined : { kind: 'or', left, right };
}

/** One value of one column. */
export interface UniqueValue {
  readonly columnName: string;
  readonly value: string | number;
}

/** The value of a column of unique ones that every item must have to meet a condition. */
export function findUnique(condition: Condition): UniqueValue | undefined {
  if (condition.kind === 'and') return findUnique(condition.left) ?? findUnique(condition.right);
  if (condition.kind !== 'compare' || condition.comparison !== 'eq') return undefined;
  const { field, wanted } = condition;
  const { name, facet, enforceUniqueValues } = field.column;
  const isKept = enforceUniqueValues && (facet === 'text' || facet === 'number');
  const isValue = typeof wanted === 'string' || typeof wanted === 'number';
  return isKept && isValue ? { columnName: name, value: wanted } : undefined;
}
