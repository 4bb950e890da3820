/** How the list differs from what people were told, in answers. */
export interface Comparison {
  /** Accepted, and not in the list. */
  readonly missing: number;
  /** Rows more than one of the same submission. */
  readonly duplicates: number;
  /** In the list, though nobody was told that it was accepted. */
  readonly unseen: number;
}

/**
 * Holds what people saw against the rows of the Updates list.
 * @param answerIds column AnswerId of every row; each holds the key of its submission between slashes
 */
export function compareWithList({
  accepted,
  submitted,
  answerIds,
}: {
  readonly accepted: ReadonlySet<string>;
  readonly submitted: readonly string[];
  readonly answerIds: readonly string[];
}): Comparison {
  const partsOfIds = answerIds.map((answerId) => new Set(answerId.split('/')));
  const rowsOf = (key: string) => partsOfIds.filter((parts) => parts.has(key)).length;
  const rows = new Map(submitted.map((key) => [key, rowsOf(key)] as const));
  const keys = [...rows.keys()];
  return {
    missing: keys.filter((key) => accepted.has(key) && rows.get(key) === 0).length,
    duplicates: keys.reduce((sum, key) => sum + Math.max(0, (rows.get(key) ?? 0) - 1), 0),
    unseen: keys.filter((key) => !accepted.has(key) && (rows.get(key) ?? 0) > 0).length,
  };
}
