import type { ListName } from '../../plan/glossary.ts';
import type { RowOf } from '../../plan/rows.ts';
import {
  type ChoiceColumn,
  type Column,
  type DateColumn,
  type DateTimeColumn,
  type FlagColumn,
  type LookupColumn,
  type LookupsColumn,
  type MultiChoiceColumn,
  type NoteColumn,
  type NumberColumn,
  type TextColumn,
  text,
} from './columns.ts';

/** One SharePoint list: which column holds which property of its rows. */
export interface ListDefinition {
  /** Title of the list. */
  readonly name: ListName;
  /** Property of the row type → column; `title` first. */
  readonly columns: Readonly<Record<string, Column>>;
  /** Property → list it looks up, for the properties that hold other rows. */
  readonly lookups: Readonly<Record<string, ListName>>;
  /** Property that tells a repeated create from a new row; `null` where nothing does. */
  readonly uniqueKey: string | null;
  /** Property that holds Milepost's own key of a row it made; `null` in lists that only people and imports fill. */
  readonly keyIn: string | null;
}

/** Property for Milepost's own key in lists that have no other column for it; its name must not end in Id: Graph mixes those up with lookups. */
export const ENTRY_KEY = 'entryKey';

/** Properties that are no columns: names of ours, and `title`, which every list has already. */
type NotColumns = 'key' | 'itemId' | 'itemKey' | 'title';

/** The kinds of column that can hold a property of type `V`. */
type ColumnFor<V> = [NonNullable<V>] extends [number]
  ? NumberColumn
  : [NonNullable<V>] extends [boolean]
    ? FlagColumn
    : [NonNullable<V>] extends [readonly (infer E extends string)[]]
      ? string extends E
        ? LookupsColumn
        : MultiChoiceColumn<E>
      : string extends NonNullable<V>
        ? TextColumn | NoteColumn | DateColumn | DateTimeColumn | LookupColumn
        : ChoiceColumn<NonNullable<V> & string>;

/** A column for every property of the list's row type, no more and no fewer. */
export type ColumnsOf<L extends ListName> = {
  readonly [P in Exclude<keyof RowOf[L], NotColumns>]: ColumnFor<RowOf[L][P]>;
};

/**
 * Declares one list. The columns are checked against the row type of `plan/rows.ts`: a property without
 * a column, or with one of the wrong kind, does not compile.
 */
export function defineList<const L extends ListName>(
  name: L,
  columns: ColumnsOf<L>,
  {
    keyIn = null,
    uniqueKey = keyIn,
  }: {
    readonly keyIn?: (keyof ColumnsOf<L> & string) | typeof ENTRY_KEY | null;
    readonly uniqueKey?: (keyof ColumnsOf<L> & string) | typeof ENTRY_KEY | null;
  } = {},
): ListDefinition {
  const own = keyIn === ENTRY_KEY ? { [ENTRY_KEY]: text('EntryKey', { unique: true }) } : {};
  const all: Readonly<Record<string, Column>> = { title: text('Title'), ...columns, ...own };
  const lookups = Object.fromEntries(
    Object.entries(all).flatMap(([property, column]) =>
      column.kind === 'lookup' || column.kind === 'lookups' ? [[property, column.target] as const] : [],
    ),
  );
  return { name, columns: all, lookups, uniqueKey, keyIn };
}
