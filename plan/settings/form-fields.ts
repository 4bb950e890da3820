import { isIsoDate } from '../calendar/dates.ts';
import type { FormProblem, FormValues } from '../content.ts';
import { readCellDate } from '../import/months.ts';
import type { IsoDate } from '../rows.ts';

const LONGEST_TITLE = 255;
const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2099-12-31';

/** Reads the fields of a form one by one and gathers what is wrong with them. */
export interface FieldReader {
  readonly problems: readonly FormProblem[];
  /** Notes that a field can't be taken as it is. */
  refuse(field: string, message: string): null;
  /** What is typed, without spaces around it; blank where nothing is. */
  text(field: string): string;
  several(field: string): readonly string[];
  /** A name that nothing else has. @param taken those of the others */
  title(field: string, ask: { readonly missing: string; readonly taken: readonly string[] }): string;
  /** One of several; `null` where the field is blank. */
  choice<Choice extends string>(field: string, choices: readonly Choice[], missing: string): Choice | null;
  /** A day, `null` where the field is blank. */
  day(field: string): IsoDate | null;
}

export function readFields(values: FormValues): FieldReader {
  const problems: FormProblem[] = [];
  const refuse = (field: string, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const text = (field: string): string => {
    const value = values[field];
    return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';
  };
  return {
    problems,
    refuse,
    text,
    several: (field) => {
      const value = values[field];
      return Array.isArray(value) ? [...new Set(value as readonly string[])] : [];
    },
    title: (field, { missing, taken }) => {
      const title = text(field);
      if (title === '') refuse(field, missing);
      else if (title.length > LONGEST_TITLE)
        refuse(field, `This is too long. Keep it to ${LONGEST_TITLE} characters.`);
      else if (taken.some((other) => other.trim().toLowerCase() === title.toLowerCase()))
        refuse(field, `There is a “${title}” already. Choose another name, or change that one.`);
      return title;
    },
    choice: (field, choices, missing) => {
      const chosen = text(field);
      if (chosen === '') return null;
      return choices.find((one) => one === chosen) ?? refuse(field, missing);
    },
    day: (field) => {
      const typed = text(field);
      if (typed === '') return null;
      const read = readCellDate(typed);
      const day = isIsoDate(typed) ? typed : read?.precision === 'Day' ? read.date : null;
      return day !== null && day >= FIRST_DAY && day <= LAST_DAY
        ? day
        : refuse(field, 'Choose a day from 1990 to 2099, like 24/01/2022.');
    },
  };
}
