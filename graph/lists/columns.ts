import type { ListName } from '../../plan/glossary.ts';

/** What every column has, whatever it holds. */
interface ColumnBase {
  /** SharePoint's internal name: fixed, because customers build views and flows on it. */
  readonly name: string;
  /** Kept in one of SharePoint's 20 indexes of a list: needed to filter by it. */
  readonly indexed: boolean;
  /** SharePoint refuses a second row with the same value; blanks are not compared. */
  readonly unique: boolean;
}

/** One line, at most 255 characters. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text';
}
/** Many lines of plain text, at most 63,999 characters. */
export interface NoteColumn extends ColumnBase {
  readonly kind: 'note';
}
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
}
/** One word out of `choices`. */
export interface ChoiceColumn<C extends string = string> extends ColumnBase {
  readonly kind: 'choice';
  readonly choices: readonly C[];
}
/** Any number of words out of `choices`. */
export interface MultiChoiceColumn<C extends string = string> extends ColumnBase {
  readonly kind: 'multiChoice';
  readonly choices: readonly C[];
}
/** A calendar day. */
export interface DateColumn extends ColumnBase {
  readonly kind: 'date';
}
/** A moment, to the second. */
export interface DateTimeColumn extends ColumnBase {
  readonly kind: 'dateTime';
}
/** One row of list `target`, as its SharePoint item id. */
export interface LookupColumn extends ColumnBase {
  readonly kind: 'lookup';
  readonly target: ListName;
}
/** Any number of rows of list `target`, as their SharePoint item ids. */
export interface LookupsColumn extends ColumnBase {
  readonly kind: 'lookups';
  readonly target: ListName;
}
/** Yes or no. */
export interface FlagColumn extends ColumnBase {
  readonly kind: 'flag';
}

/** A column of one of Milepost's lists. */
export type Column =
  | TextColumn
  | NoteColumn
  | NumberColumn
  | ChoiceColumn
  | MultiChoiceColumn
  | DateColumn
  | DateTimeColumn
  | LookupColumn
  | LookupsColumn
  | FlagColumn;
export type ColumnKind = Column['kind'];

/** SharePoint indexes no notes and nothing that holds several values. */
interface Indexing {
  readonly indexed?: boolean;
}
interface Keying extends Indexing {
  readonly unique?: boolean;
}

/** `unique` brings an index with it: SharePoint asks for one. */
const base = (name: string, { indexed = false, unique = false }: Keying = {}): ColumnBase => ({
  name,
  indexed: indexed || unique,
  unique,
});

export const text = (name: string, keying?: Keying): TextColumn => ({ kind: 'text', ...base(name, keying) });

export const note = (name: string): NoteColumn => ({ kind: 'note', ...base(name) });

/**
 * An address. Graph can't write SharePoint's own hyperlink columns, and addresses of SharePoint documents
 * outgrow 255 characters, so it is a note.
 */
export const link = (name: string): NoteColumn => note(name);

export const number = (name: string, keying?: Keying): NumberColumn => ({
  kind: 'number',
  ...base(name, keying),
});

export const choice = <const C extends string>(
  name: string,
  choices: readonly C[],
  indexing?: Indexing,
): ChoiceColumn<C> => ({ kind: 'choice', ...base(name, indexing), choices });

export const multiChoice = <const C extends string>(
  name: string,
  choices: readonly C[],
): MultiChoiceColumn<C> => ({ kind: 'multiChoice', ...base(name), choices });

export const date = (name: string, indexing?: Indexing): DateColumn => ({
  kind: 'date',
  ...base(name, indexing),
});

export const dateTime = (name: string, indexing?: Indexing): DateTimeColumn => ({
  kind: 'dateTime',
  ...base(name, indexing),
});

export const lookup = (name: string, target: ListName, indexing?: Indexing): LookupColumn => ({
  kind: 'lookup',
  ...base(name, indexing),
  target,
});

export const lookups = (name: string, target: ListName): LookupsColumn => ({
  kind: 'lookups',
  ...base(name),
  target,
});

export const flag = (name: string): FlagColumn => ({ kind: 'flag', ...base(name) });
