import type { RowKey, Update } from '../rows.ts';

/**
 * What a reference group says of the plan is named so, in the list Updates and in the Engagement log; the two rows of one
 * comment have the same name.
 */
export const COMMENT_MARK = 'comment/';

/** What a group said of an item: it stands in its history, and says nothing of how the item stands. */
export function isComment({ answerId }: Pick<Update, 'answerId'>): boolean {
  return answerId?.startsWith(COMMENT_MARK) ?? false;
}

/** Of an entry of the engagement log: a comment on the plan, and no meeting. */
export function isCommentKey(key: RowKey): boolean {
  return key.startsWith(COMMENT_MARK);
}

/** A comment as history has it: `Parents and carers (12 people): the words are hard to read.` */
export function commentNote(group: string, voices: number | null, words: string): string {
  return `${group}${voices === null ? '' : ` (${peopleWords(voices)})`}: ${words}`;
}

/** `12 people`. */
export function peopleWords(voices: number): string {
  return `${voices} ${voices === 1 ? 'person' : 'people'}`;
}
