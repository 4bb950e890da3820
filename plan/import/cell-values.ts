import { GROUP_KINDS } from '../glossary.ts';
import { oneLine } from './document.ts';
import type { Field } from './fields.ts';
import type { SaidValue } from './imported.ts';
import { readCellDate } from './months.ts';
import { readStage } from './status.ts';

/** What SharePoint's columns hold at most. */
export const LONGEST_LINE = 255;
export const LONGEST_NOTE = 63_999;

/** What a cell says: values by property; or why it says nothing, to follow `what stands there`. */
export type CellReading =
  | {
      readonly says: Readonly<Record<string, SaidValue>>;
      readonly fills?: Readonly<Record<string, SaidValue>>;
    }
  | { readonly doubt: string };

/** What people write where there is nothing to say. */
const NOTHING = /^(?:[-–—]+|n\/?a|none|nil)$/i;

/** Reads one cell as its column's field means it. Words that are not understood are a doubt, never a guess. */
export function readCell(field: Field, cell: string): CellReading {
  if (cell === '' || (field.kind !== 'note' && field.kind !== 'title' && NOTHING.test(cell)))
    return { says: {} };
  return READERS[field.kind](cell, field);
}

type Reader = (cell: string, field: Field) => CellReading;

const say = (field: Field, value: SaidValue): CellReading => ({ says: { [field.name]: value } });
const shown = (cell: string): string => {
  const line = oneLine(cell);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
const isNot = (cell: string, what: string): CellReading => ({ doubt: `“${shown(cell)}” is ${what}` });

const readText: Reader = (cell, field) => {
  const line = oneLine(cell);
  return line.length <= LONGEST_LINE
    ? say(field, line)
    : isNot(cell, `longer than ${LONGEST_LINE} characters: shorten it`);
};

const readNote: Reader = (cell, field) =>
  cell.length <= LONGEST_NOTE
    ? say(field, cell)
    : {
        doubt: `its ${cell.length} characters are more than the ${LONGEST_NOTE} that SharePoint holds: shorten it`,
      };

const readNumber: Reader = (cell, field) => {
  const bare = oneLine(cell).replaceAll(/[,\s](?=\d{3}\b)/g, '');
  // Rows are named `R3`, `Rec 3`, `3.`; other numbers stand alone.
  const named = field.name === 'number' ? /^(?:[a-z]+\.?\s*)?#?(\d{1,6})\.?$/i.exec(bare)?.[1] : undefined;
  const number = named ?? (/^[+-]?\d+(?:\.\d+)?$/.test(bare) ? bare : null);
  return number === null ? isNot(cell, 'no number') : say(field, Number(number));
};

const notADate = (cell: string): CellReading =>
  isNot(cell, 'no date that Milepost can read: write it like 31/03/2022 or March 2022');

const readDay: Reader = (cell, field) => {
  const read = readCellDate(oneLine(cell));
  return read === null ? notADate(cell) : say(field, read.date);
};

/** One date is what is expected now; where nothing was promised yet, it is the promise too. */
const readDue: Reader = (cell) => {
  const read = readCellDate(oneLine(cell));
  if (read === null) return notADate(cell);
  return {
    says: { forecastDue: read.date },
    fills: { baselineDue: read.date, duePrecision: read.precision },
  };
};

const readStageOrDate: Reader = (cell, field) => {
  const stage = readStage(cell);
  if (stage !== null) return say(field, stage);
  const read = readDue(cell, field);
  if (!('doubt' in read)) return read;
  return isNot(cell, 'neither a stage (such as In progress or Complete) nor a date');
};

const readRag: Reader = (cell, field) => {
  const word = oneLine(cell).toLowerCase();
  const rag = { r: 'Red', red: 'Red', a: 'Amber', amber: 'Amber', g: 'Green', green: 'Green' }[word];
  return rag === undefined ? isNot(cell, 'not Green, Amber or Red') : say(field, rag);
};

const readChoice: Reader = (cell, field) => {
  const word = oneLine(cell).toLowerCase();
  const choice = (field.choices ?? GROUP_KINDS).find((one) => one.toLowerCase() === word);
  return choice === undefined
    ? isNot(cell, `not one of: ${(field.choices ?? GROUP_KINDS).join(', ')}`)
    : say(field, choice);
};

const readChoices: Reader = (cell, field) => {
  const words = severalIn(cell);
  const known = words.map((word) => field.choices?.find((one) => one.toLowerCase() === word.toLowerCase()));
  return known.every((one) => one !== undefined)
    ? say(field, known)
    : isNot(cell, `not all of: ${(field.choices ?? []).join(', ')}`);
};

const readFlag: Reader = (cell, field) => {
  const flag = { yes: true, y: true, true: true, '1': true, no: false, n: false, false: false, '0': false }[
    oneLine(cell).toLowerCase()
  ];
  return flag === undefined ? isNot(cell, 'neither yes nor no') : say(field, flag);
};

const readTime: Reader = (cell, field) => {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(oneLine(cell)) ?? [];
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60;
  return isTime
    ? say(field, `${hour.padStart(2, '0')}:${minute}`)
    : isNot(cell, 'no time of day: write it like 10:00');
};

const READERS: Readonly<Record<Field['kind'], Reader>> = {
  title: (cell, field) => say(field, oneLine(cell)),
  text: readText,
  note: readNote,
  number: readNumber,
  day: readDay,
  due: readDue,
  stage: readStageOrDate,
  rag: readRag,
  choice: readChoice,
  choices: readChoices,
  flag: readFlag,
  time: readTime,
  ref: (cell, field) => say(field, oneLine(cell)),
  // A name may hold a comma: whether one line is one name is seen when rows are looked for.
  refs: (cell, field) =>
    say(
      field,
      cell
        .split('\n')
        .map(oneLine)
        .filter((name) => name !== ''),
    ),
  own: () => ({ says: {} }),
};

/** One a line, as an export has them; else parted by `;` or `,`. */
export function severalIn(cell: string): string[] {
  const separator = cell.includes('\n') ? '\n' : cell.includes(';') ? ';' : ',';
  return cell
    .split(separator)
    .map(oneLine)
    .filter((one) => one !== '');
}
