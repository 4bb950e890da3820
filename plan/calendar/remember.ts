/** More than years of days; whatever else is asked for begins anew. */
const KEPT = 20_000;

/** Keeps what was worked out, by name, so that it is worked out once. Forgets all of it when there is too much. */
export function remember<Value>(): (name: string, make: () => Value) => Value {
  const known = new Map<string, Value>();
  return (name, make) => {
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const made = make();
    if (known.size >= KEPT) known.clear();
    known.set(name, made);
    return made;
  };
}
