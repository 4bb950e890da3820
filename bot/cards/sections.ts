import type { ItemLine } from '../../plan/content.ts';
import { dueOf } from './item-row.ts';
import { lineOf, NAME_LENGTH, NOTE_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import { statusOf } from './status.ts';
import { joinDots } from './wording.ts';

/** One thing in a report: `10 Budget controls`, and under it what is said of it. */
export interface SectionEntry {
  readonly label: string;
  readonly text: string;
  readonly detail: string;
}

/** A titled list in a report. */
export interface Section {
  readonly title: string;
  readonly entries: readonly SectionEntry[];
  readonly rest: string;
}

/** A list cut to `limit` entries, which says how many it left out; nothing where there are none. */
export const sectionOf = (title: string, entries: readonly SectionEntry[], limit: number): Section[] =>
  entries.length === 0
    ? []
    : [
        {
          title,
          entries: entries.slice(0, limit),
          rest: entries.length > limit ? `${entries.length - limit} more in the plan.` : '',
        },
      ];

/** An item as an entry of a report. `detail` is already words of ours; people's text comes cut by `saidOf`. */
export const entryOf = (line: ItemLine, detail: string): SectionEntry => ({
  label: lineOf(line.label, 20),
  text: ` ${lineOf(line.title, TITLE_LENGTH)}`,
  detail,
});

/** Colour, owner and dates of an item in one line. */
export const factsOf = (line: ItemLine): string =>
  joinDots([statusOf(line).text, ownerOf(line), dueOf(line)]);

/** Somebody's words in quotation marks; `null` where nobody said any. */
export const saidOf = (text: string | null): string | null =>
  text ? `“${lineOf(text, NOTE_LENGTH)}”` : null;

/** What slipped, from when to when, and why. */
export const slipOf = (slip: {
  readonly line: ItemLine;
  readonly fromWords: string;
  readonly toWords: string;
  readonly reason: string | null;
}): SectionEntry =>
  entryOf(
    slip.line,
    joinDots([`${slip.fromWords} → ${slip.toWords}`, statusOf(slip.line).text, saidOf(slip.reason)]),
  );

/** Whom something waits on, since when, and what for. */
export const waitOf = (wait: {
  readonly line: ItemLine;
  readonly waitingOnName: string;
  readonly since: string | null;
  readonly blocker: string | null;
}): SectionEntry =>
  entryOf(
    wait.line,
    joinDots([
      `waits on ${nameOf(wait.waitingOnName)}${wait.since === null ? '' : ` since ${wait.since}`}`,
      saidOf(wait.blocker),
    ]),
  );

/** Somebody's name, cut. */
export const nameOf = (name: string): string => lineOf(name, NAME_LENGTH);

const ownerOf = (line: ItemLine): string | null => (line.ownerName === null ? null : nameOf(line.ownerName));
