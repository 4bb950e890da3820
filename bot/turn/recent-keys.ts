/** How many are remembered: some hours of a busy council. */
const REMEMBERED = 5_000;

/**
 * Knows what came before: Teams sends a thing again when the answer took long. For what carries no submission key,
 * which is checked where it is stored.
 * Remembers in this process only: after a restart a thing may be answered twice.
 */
export interface RecentKeys {
  /** `true` the first time; `false` when it was claimed before. */
  claim(key: string): boolean;
}

export const createRecentKeys = (): RecentKeys => {
  const seen = new Set<string>();
  return {
    claim(key) {
      if (seen.has(key)) return false;
      seen.add(key);
      for (const oldest of seen) {
        if (seen.size <= REMEMBERED) break;
        seen.delete(oldest);
      }
      return true;
    },
  };
};
