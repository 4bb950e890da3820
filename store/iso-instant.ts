/** SQL that reads a moment as ISO text in UTC, from whichever database; what is finer than it reads is cut off. */
export function isoInstant(expression: string, to: 'second' | 'millisecond' = 'second'): string {
  const fraction = to === 'millisecond' ? '.MS' : '';
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS${fraction}"Z"')`;
}
