/** A line of what people wrote in a section. */
export interface Line {
  readonly text: string;
  /** It begins with `Internal:`, so the public does not read it. */
  readonly isInternal: boolean;
}

/** Lines that follow each other: one paragraph, or the entries of a list. */
export interface Lines {
  readonly kind: 'paragraph' | 'list';
  readonly lines: readonly Line[];
}

const ENTRY = /^[-•*]\s+/;
const INTERNAL = /^internal:/i;

/** What somebody wrote as it is read: one paragraph a line, lines that begin with `- ` as the entries of a list. */
export function linesOf(words: string): readonly Lines[] {
  const blocks: { kind: Lines['kind']; lines: Line[] }[] = [];
  let isListOpen = false;
  for (const written of words.split(/\r?\n/).map((line) => line.trim())) {
    const isEntry = ENTRY.test(written);
    const text = written.replace(ENTRY, '');
    const line = { text, isInternal: INTERNAL.test(text) };
    if (isEntry && isListOpen) blocks.at(-1)?.lines.push(line);
    else if (text !== '') blocks.push({ kind: isEntry ? 'list' : 'paragraph', lines: [line] });
    isListOpen = isEntry;
  }
  return blocks;
}
