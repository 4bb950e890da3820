import type { ItemLine } from '../../plan/content.ts';
import { createTemplate, type ElementJson } from './card.ts';
import { lineOf, NAME_LENGTH } from './plain-text.ts';
import { confidenceWords, statusOf } from './status.ts';
import template from './templates/item-row.json' with { type: 'json' };
import { joinDots } from './wording.ts';

const rowTemplate = createTemplate<RowData>(template);

interface RowData {
  readonly label: string;
  readonly title: string;
  readonly status: string;
  readonly colour: string;
  readonly details: string;
  readonly waits: string;
  readonly note: string;
  readonly answered: string;
}

/** What a card may add to a row. */
export interface RowExtras {
  /** In front of the owner: `due today`. */
  readonly when?: string;
  /** After the dates: `no word for 3 meetings`. Says more than that it has not started. */
  readonly silence?: string;
  /** Whom it waits on and what for, in a line of its own; stands for the stage. */
  readonly waits?: string;
  /** A last line: `✓ Answered by …`. */
  readonly answered?: string;
}

/** Longest title and note of a row: three lines on a phone. The plan holds them in full. */
const ROW_TITLE_LENGTH = 100;
const ROW_NOTE_LENGTH = 120;

/**
 * One item as a row: number and title, then its colours and dates, each line beginning at the edge. No column beside
 * them: on a phone it would leave half of the width to the words.
 */
export const bindItemRow = (line: ItemLine, extras: RowExtras = {}): ElementJson => {
  const status = statusOf(line);
  const details = joinDots([
    confidenceWords(line),
    extras.when,
    line.ownerName === null ? 'no owner' : lineOf(line.ownerName, NAME_LENGTH),
    dueOf(line),
    extras.waits || (extras.silence && line.stage === 'Not started') ? null : stageOf(line),
    extras.silence,
  ]);
  return rowTemplate.expand({
    label: lineOf(line.label, 20),
    title: lineOf(line.title, ROW_TITLE_LENGTH),
    status: status.text,
    colour: status.colour,
    details: ` · ${details}`,
    waits: extras.waits ?? '',
    note: noteOf(line),
    answered: extras.answered ?? '',
  });
};

/** Due dates of an item in words: the baseline stands apart where the forecast is another day. */
export const dueOf = (line: ItemLine): string => {
  const { baseline, forecast } = line;
  const dueIn = line.dueIn ? `, ${line.dueIn}` : '';
  if (baseline && forecast && baseline.date !== forecast.date) {
    return `first due ${baseline.words}, now ${forecast.words}${dueIn}`;
  }
  const due = forecast ?? baseline;
  return due ? `due ${due.words}${dueIn}` : 'no date';
};

const stageOf = (line: ItemLine): string | null => {
  if (line.stage === 'Waiting on others' && line.waitingOnName) {
    return `waiting on ${lineOf(line.waitingOnName, NAME_LENGTH)}`;
  }
  return line.stage === 'In progress' ? null : line.stage.toLowerCase();
};

const noteOf = (line: ItemLine): string => {
  if (!line.latestNote) return '';
  const note = `“${lineOf(line.latestNote, ROW_NOTE_LENGTH)}”`;
  return line.latestNoteOn ? `${note}, ${line.latestNoteOn}` : note;
};
