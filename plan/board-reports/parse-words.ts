import type { PaperBlock } from '../content.ts';

/** A line, or what follows a sentence or bracket, that begins like this is for the board, and for nobody else. */
const INTERNAL = /(?:^|[\v\f\u0085]|[^\p{L}\p{N}\s-]|-\s)\s*internal\s*:/imu;

/** Whether something that somebody wrote, or a line of it, is for the board alone. */
export function isInternalText(text: string): boolean {
  return INTERNAL.test(text);
}

const ENTRY = /^[-•*]\s+/;

/**
 * What somebody wrote as blocks of a paper: one paragraph a line, lines that begin with `- ` the entries of a list. A line
 * with nothing in it ends a list.
 * @param without what is internal: paragraphs that begin with `Internal:`, and the list that follows one
 */
export function blocksOf(
  words: string,
  { without }: { readonly without: 'nothing' | 'internal' },
): PaperBlock[] {
  const lines = words.split(/\r?\n/).map((line) => line.trim());
  const kept = without === 'internal' ? publicLines(lines) : lines;
  const blocks: PaperBlock[] = [];
  let entries: string[] | null = null;
  for (const line of kept) {
    const isEntry = ENTRY.test(line);
    if (isEntry && entries !== null) entries.push(line.replace(ENTRY, ''));
    else if (isEntry) {
      entries = [line.replace(ENTRY, '')];
      blocks.push({ kind: 'list', entries });
    } else {
      entries = null;
      if (line !== '') blocks.push({ kind: 'paragraph', text: line });
    }
  }
  return blocks;
}

/** Whether words name something, and only where they are for the board alone. */
export function isOnlyInternal(name: string, words: string): boolean {
  if (!words.includes(name)) return false;
  return !publicLines(words.split(/\r?\n/).map((line) => line.trim())).some((line) => line.includes(name));
}

function publicLines(lines: readonly string[]): string[] {
  let isHidden = false;
  return lines.filter((line) => {
    const isEntry = ENTRY.test(line);
    const isInternal = isInternalText(line.replace(ENTRY, ''));
    if (!isEntry && line !== '') isHidden = isInternal;
    return !isInternal && !(isEntry && isHidden);
  });
}
