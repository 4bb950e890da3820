import { oneLine } from '../clean-text.ts';
import { QUIET_COLOUR } from '../colours.ts';
import { type Look, MARGIN, type Sheet, type Tag, TEXT_WIDTH } from './sheet.ts';

const TEXT: Look = { font: 'regular', size: 10 };

/** How a heading looks, what it is called in the structure, and the room above and below it, in points. */
const HEADINGS = {
  title: { tag: 'H1', look: { font: 'bold', size: 18 }, above: 0, below: 5 },
  1: { tag: 'H2', look: { font: 'bold', size: 13 }, above: 8, below: 3 },
  2: { tag: 'H3', look: { font: 'bold', size: 11 }, above: 6, below: 3 },
} as const;

/** Lines that a heading keeps below it on its page. */
const KEPT_LINES = 3;
const INDENT = 14;

export function addHeading(sheet: Sheet, level: keyof typeof HEADINGS, text: string): void {
  const { tag, look, above, below } = HEADINGS[level];
  const lines = sheet.lines(oneLine(text), look, TEXT_WIDTH);
  if (sheet.y > MARGIN) sheet.y += above;
  sheet.makeRoom(lines.length * sheet.lineHeight(look) + below + KEPT_LINES * sheet.lineHeight(TEXT));
  writeLines(sheet, sheet.tag(sheet.root, tag), { lines, look, x: MARGIN });
  sheet.y += below;
}

/** A line under the title. */
export function addSubtitle(sheet: Sheet, text: string): void {
  const look: Look = { ...TEXT, colour: QUIET_COLOUR };
  const lines = sheet.lines(oneLine(text), look, TEXT_WIDTH);
  writeLines(sheet, sheet.tag(sheet.root, 'P'), { lines, look, x: MARGIN });
}

export function addParagraph(sheet: Sheet, text: string): void {
  writeLines(sheet, sheet.tag(sheet.root, 'P'), {
    lines: sheet.lines(text, TEXT, TEXT_WIDTH),
    look: TEXT,
    x: MARGIN,
  });
  sheet.y += 5;
}

export function addList(sheet: Sheet, entries: readonly string[]): void {
  if (entries.length === 0) return;
  const list = sheet.tag(sheet.root, 'L');
  for (const text of entries) {
    const entry = sheet.tag(list, 'LI');
    const lines = sheet.lines(text, TEXT, TEXT_WIDTH - INDENT);
    sheet.makeRoom(sheet.lineHeight(TEXT));
    const { y } = sheet;
    sheet.tag(entry, 'Lbl').add(() => sheet.write('•', TEXT, { x: MARGIN + 3, y }));
    writeLines(sheet, sheet.tag(entry, 'LBody'), { lines, look: TEXT, x: MARGIN + INDENT });
    sheet.y += 1.5;
  }
  sheet.y += 3;
}

/** Lines below each other, on as many pages as they need; all of them one part of the structure. */
export function writeLines(
  sheet: Sheet,
  tag: Tag,
  { lines, look, x }: { lines: readonly string[]; look: Look; x: number },
): void {
  let rest = lines;
  while (rest.length > 0) {
    sheet.makeRoom(sheet.lineHeight(look));
    const fitting = Math.max(1, Math.floor(sheet.left() / sheet.lineHeight(look)));
    const here = rest.slice(0, fitting);
    const { y } = sheet;
    tag.add(() => {
      for (const [at, line] of here.entries())
        sheet.write(line, look, { x, y: y + at * sheet.lineHeight(look) });
    });
    sheet.y += here.length * sheet.lineHeight(look);
    rest = rest.slice(fitting);
  }
}
