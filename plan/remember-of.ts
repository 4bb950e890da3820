/**
 * Keeps what was worked out of something that is never changed in place, by name, for as long as that itself is kept: of
 * each the last few names.
 */
export function rememberOf<Of extends object, Value>(
  count: number,
): (of: Of, name: number, make: () => Value) => Value {
  const known = new WeakMap<Of, Map<number, Value>>();
  return (of, name, make) => {
    const kept = known.get(of) ?? new Map<number, Value>();
    known.set(of, kept);
    const found = kept.get(name);
    if (found !== undefined) return found;
    const made = make();
    const [oldest] = kept.keys();
    if (kept.size >= count && oldest !== undefined) kept.delete(oldest);
    kept.set(name, made);
    return made;
  };
}

/** What is told in minutes is worked out once in each. */
export function minuteOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 60_000);
}
