import type { ItemLine } from '../../plan/content.ts';
import { createTemplate, type ElementJson } from './card.ts';
import { lineOf, NAME_LENGTH, NOTE_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import { confidenceWords, statusOf } from './status.ts';
import template from './templates/item-row.json' with { type: 'json' };
import { joinDots } from './wording.ts';

const rowTemplate = createTemplate<RowData>(template);

interface RowData {
  readonly status: string;
  readonly colour: string;
  readonly mark: string;
  readonly label: string;
  readonly title: string;
  readonly details: string;
  readonly warning: string;
  readonly note: string;
  readonly extra: string;
}

/** What a card may add to a row. */
interface RowExtras {
  /** Under the status: `✓ Answered`. */
  readonly mark?: string;
  /** A last line: who answered. */
  readonly extra?: string;
  /** In front of the details: `due today`. */
  readonly when?: string;
}

/** One item as a row: status in a column of fixed width, so that titles line up; the rest beside it. */
export const bindItemRow = (line: ItemLine, extras: RowExtras = {}): ElementJson => {
  const status = statusOf(line);
  return rowTemplate.expand({
    status: status.text,
    colour: status.colour,
    mark: extras.mark ?? '',
    label: lineOf(line.label, 20),
    title: lineOf(line.title, TITLE_LENGTH),
    details: detailsOf(line, extras.when),
    warning: line.disagrees ? 'The dates and what the owner says do not agree.' : '',
    note: noteOf(line),
    extra: extras.extra ?? '',
  });
};

/** Owner, stage, dates: the baseline stands apart where the forecast is another day. */
const detailsOf = (line: ItemLine, when: string | undefined): string =>
  joinDots([
    when,
    line.ownerName === null ? 'no owner' : lineOf(line.ownerName, NAME_LENGTH),
    stageOf(line),
    dueOf(line),
    confidenceWords(line),
  ]);

/** Due dates of an item in words; blank where it has none. */
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
  const note = `“${lineOf(line.latestNote, NOTE_LENGTH)}”`;
  return line.latestNoteOn ? `${note}, ${line.latestNoteOn}` : note;
};
