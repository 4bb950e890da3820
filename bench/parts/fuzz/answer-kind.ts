/** How a request was answered, as a table calls it. */
export const ANSWER_KINDS = [
  'card',
  'form',
  'words',
  'search',
  'empty',
  'refused',
  'failed',
  'none',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** What came back for a request; `status` 0: nothing did. */
export interface FuzzAnswer {
  readonly status: number;
  readonly body: unknown;
}

export function answerKindOf({ status, body }: FuzzAnswer): AnswerKind {
  if (status === 0) return 'none';
  if (status >= 500) return 'failed';
  if (status >= 400) return 'refused';
  const { task, type, composeExtension } = (body ?? {}) as {
    readonly task?: { readonly type?: string };
    readonly type?: string;
    readonly composeExtension?: unknown;
  };
  if (composeExtension !== undefined) return 'search';
  if (task !== undefined) return task.type === 'continue' ? 'form' : 'words';
  if (type === undefined) return 'empty';
  return type === 'application/vnd.microsoft.card.adaptive' ? 'card' : 'words';
}
