import { badFile } from './bad-file.ts';

/** A line of an iCalendar file with those that go on below it. */
export interface ContentLine {
  /** Where it begins, from 1. */
  readonly number: number;
  readonly text: string;
}

/** One component of a file, its first and last line among its lines. */
export type Block = readonly ContentLine[];

const CONTENT_LINE = /^[A-Za-z0-9-]+[;:]/;

/** Puts long lines together again: RFC 5545 breaks them, and begins the rest with a space. */
export function contentLines(text: string): ContentLine[] {
  const lines: { number: number; text: string }[] = [];
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last.text += line.slice(1);
    else if (line.trim() !== '') lines.push({ number: at + 1, text: line });
  }
  return lines;
}

/**
 * The events of a file. What stands beside them (zones of time, to-do lists) is passed by: days are read as they are
 * written, and the zone of the plan is known.
 * @throws AppError `BAD_INPUT` naming the line, for a file that is cut short or garbled
 */
export function eventBlocks(lines: readonly ContentLine[]): Block[] {
  const garbled = lines.find(({ text }) => !CONTENT_LINE.test(text));
  if (garbled !== undefined)
    throw badFile(
      `cannot be read at line ${garbled.number}: “${garbled.text.slice(0, 60)}” is no line of a calendar. Export the calendar again and send that.`,
    );
  const blocks: ContentLine[][] = [];
  let open: ContentLine[] | null = null;
  for (const line of lines) {
    const name = line.text.trim().toUpperCase();
    if (name === 'BEGIN:VEVENT') {
      if (open !== null) throw cutShort(open);
      open = [];
    }
    open?.push(line);
    if (name === 'END:VEVENT' && open !== null) {
      blocks.push(open);
      open = null;
    }
  }
  if (open !== null) throw cutShort(open);
  return blocks;
}

function cutShort(open: Block): Error {
  return badFile(
    `is cut short: the event that begins at line ${open[0]?.number} has no end. Export the calendar again and send that.`,
  );
}
