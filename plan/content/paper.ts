import type { Rag } from '../glossary.ts';

/** What a cell of a table says; a colour is said in its text too. */
export interface PaperCell {
  readonly text: string;
  /** Default: none. */
  readonly colour?: Rag | 'Complete';
}

/** A table whose first row is a header. */
export interface PaperTable {
  /** Says what it shows; read out before it. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PaperCell[])[];
}

/** Counts beside each other, drawn as one bar. */
export interface PaperBar {
  /** Says in words everything that the bar shows. */
  readonly alternative: string;
  readonly parts: readonly {
    readonly label: string;
    readonly count: number;
    readonly colour: Rag | 'Complete' | 'None';
  }[];
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | { readonly kind: 'table'; readonly table: PaperTable }
  | { readonly kind: 'bar'; readonly bar: PaperBar };

/**
 * Something to read or hand out, whatever it is drawn as: a page of the tab, a Word document, a PDF. Colours are only ever
 * a help beside words.
 */
export interface Paper {
  readonly title: string;
  /** Under the title: the plan, the period, the day it tells of. */
  readonly subtitle: readonly string[];
  readonly blocks: readonly PaperBlock[];
  /** At the foot of every page. */
  readonly footer: string;
  /** In letters of 14 points and more, as easy-read papers are. Default: false. */
  readonly isLarge?: boolean;
}
