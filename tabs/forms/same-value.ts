/** Whether two values of a field are one; the order of ticks says nothing. */
export function isSameValue(one: string | readonly string[], other: string | readonly string[]): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.length === other.length && one.every((value) => other.includes(value));
}
