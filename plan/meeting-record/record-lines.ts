/** A record that people add to, line by line. Hand-written lines among them stay as they are. */

/** The lines of a record, without blank ones. */
export function linesOf(record: unknown): string[] {
  if (typeof record !== 'string') return [];
  return record
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A record with lines put after what stands in it; `null` for an empty one. */
export function withLines(record: string | null, added: readonly string[]): string | null {
  const standing = record?.trimEnd() ?? '';
  return [...(standing === '' ? [] : [standing]), ...added].join('\n') || null;
}

/** What a record has beyond an earlier one, in order. A line that stands twice counts twice. */
export function linesAdded(record: unknown, earlier: unknown): string[] {
  const known = linesOf(earlier);
  return linesOf(record).filter((line) => {
    const at = known.indexOf(line);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}
