import type { CardJson } from '../../cards/card.ts';

/** What a dialog shows next, or the words that end it. */
export type DialogAnswer =
  | { readonly kind: 'form'; readonly title: string; readonly card: CardJson }
  | { readonly kind: 'end'; readonly text: string };

/** What stands in the dialog's title bar. */
export const DIALOG_TITLE = 'Your answers';
