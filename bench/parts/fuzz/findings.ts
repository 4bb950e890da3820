/** What does not hold, each sort once with its first example, and how often it was seen. */
export interface Findings {
  /** @param what begins with its sort, up to the first colon: `live Markdown: "…"` */
  add(what: string, example: string): void;
  /** One line each, the most frequent first. */
  lines(): readonly string[];
}

const EXAMPLE_LENGTH = 600;

export function createFindings(): Findings {
  const found = new Map<string, { what: string; example: string; count: number }>();
  return {
    add(what, example) {
      const sort = what.split(':', 1)[0] ?? what;
      const known = found.get(sort);
      if (known === undefined) found.set(sort, { what, example, count: 1 });
      else known.count += 1;
    },
    lines: () =>
      [...found.values()]
        .toSorted((one, other) => other.count - one.count)
        .map(
          ({ what, example, count }) =>
            `${count} times ${what}, first in: ${example.slice(0, EXAMPLE_LENGTH)}`,
        ),
  };
}
