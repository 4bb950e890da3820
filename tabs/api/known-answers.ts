/** How many answers are kept. */
const KEPT = 4;

/** An answer and the server's mark of it. */
export interface KnownAnswer {
  readonly mark: string;
  readonly body: unknown;
}

/** Answers that the server need not send again as long as they hold: the last few, by their addresses. */
export interface KnownAnswers {
  get(path: string): KnownAnswer | null;
  /** @param mark `null`: the server gave none */
  keep(path: string, mark: string | null, body: unknown): void;
}

export function createKnownAnswers(): KnownAnswers {
  const known = new Map<string, KnownAnswer>();
  return {
    get: (path) => known.get(path) ?? null,
    keep(path, mark, body) {
      known.delete(path);
      if (mark !== null) known.set(path, { mark, body });
      const [oldest] = known.keys();
      if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    },
  };
}
