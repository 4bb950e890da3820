import { isIsoDate } from '../calendar/dates.ts';
import type { IsoDate } from '../rows.ts';

/** Whom a plan for children and young people may concern. */
export const OLDEST_YEARS = 25;

/** Notes are signed with a name and the day; nobody that young is written of. */
const SIGNED_DAYS = 60;

/** The time that plans and their notes are about: such a date is a birth only where it follows the name at once. */
const PLANNED_YEARS = 3;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}`;

type Read = (found: RegExpExecArray) => readonly [year?: string, month?: string, day?: string];

/** How dates are written: `2014-03-12`, `12/03/2014`, `12.3.14`, `12th March 2014`, `March 12, 2014`. */
const DATES: readonly (readonly [RegExp, Read])[] = [
  [
    /(?<![\w./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\w/-])/giu,
    ([, year, , month, day]) => [year, month, day],
  ],
  [
    /(?<![\w./-])(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])/giu,
    ([, day, , month, year]) => [year, month, day],
  ],
  [
    new RegExp(
      `(?<!\\w)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s-]+${MONTH}[\\s,-]+(\\d{4}|\\d{2})(?!\\w)`,
      'giu',
    ),
    ([, day, month, year]) => [year, month, day],
  ],
  [
    new RegExp(`(?<!\\w)${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\w)`, 'giu'),
    ([, month, day, year]) => [year, month, day],
  ],
];

/** Where a sentence or a line ends. */
export const SENTENCE_END = /\n+|[.!?]\s+(?=["“(]?\p{Lu})/u;

/** What is said of a birth. */
const BIRTH = String.raw`(?<!\p{L})(?:d\.?\s?o\.?\s?b\.?|date of birth|birth ?(?:date|day)|born)(?!\p{L})`;
const SPEAKS_OF_BIRTH = new RegExp(BIRTH, 'iu');
const BIRTH_JUST_BEFORE = new RegExp(String.raw`${BIRTH}(?:\s+(?:is|was|on|the))*[\s:=(–-]*$`, 'iu');

/** A day of the week before a date says nothing. */
const WEEKDAY = /(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s*$/iu;

/** Words before a date that make it one of the plan: `due`, `on`, `agreed`, `week commencing`. */
const PLAN_WORD =
  /(?<![\p{L}])(?:on|by|due|since|from|until|till|to|before|after|of|for|in|at|and|between|than|w\/c|wc|week|date|deadline|review|version|left|held|sent|met|\p{L}{2,}ing|(?!aged)\p{L}{2,}ed)(?:\s+the)?[\s:(–-]*$/iu;

/** Words with a capital that are no part of a person's name. */
const NO_NAMES = new Set(
  `action actions agreed all also amber annual april area asked august autumn board care centre chair check children
   children's children’s college committee completed council county data deadline december director done draft due
   east education february first following for forum friday from governance green group head health hub improvement
   in inclusion inspection it january joint july june lead local march may meeting met milestone monday network next
   north november october officer ofsted on our panel parent parents partnership phase pilot plan policy primary
   programme project published pupil pupils quality recommendation red report review revised saturday school schools
   second secondary send sent september service services signed south special spring started steering strategy summer
   sunday support team term the their there this thursday trust tuesday university updated version wednesday we week
   west with work workshop year young`.split(/\s+/u),
);

/** Whether a sentence of the text gives somebody's name and a day on which they may have been born, by what it looks like. */
export function namesSomebodyBorn(text: string, today: IsoDate): boolean {
  return text.split(SENTENCE_END).some((sentence) => {
    const dates = datesIn(sentence, today).filter(({ date }) => isBirthOfYoung(date, today));
    if (dates.length === 0) return false;
    const nameEnds = namesIn(sentence);
    const speaksOfBirth = SPEAKS_OF_BIRTH.test(sentence);
    return dates.some(({ date, at }) => {
      const before = sentence.slice(0, at).replace(WEEKDAY, '');
      if (BIRTH_JUST_BEFORE.test(before)) return true;
      if (nameEnds.length === 0) return false;
      if (speaksOfBirth) return true;
      if (PLAN_WORD.test(before) || date > daysBefore(today, { days: SIGNED_DAYS })) return false;
      const follows = nameEnds.some(
        (end) => end <= before.length && /^[\s,:;(–-]*$/u.test(before.slice(end)),
      );
      return follows || date <= daysBefore(today, { years: PLANNED_YEARS });
    });
  });
}

function datesIn(sentence: string, today: IsoDate): { readonly date: IsoDate; readonly at: number }[] {
  return DATES.flatMap(([pattern, read]) =>
    [...sentence.matchAll(pattern)].flatMap((found) => {
      const date = dayOf(read(found), today);
      return isIsoDate(date) ? [{ date, at: found.index }] : [];
    }),
  );
}

function dayOf([year = '', month = '', day = '']: ReturnType<Read>, today: IsoDate): string {
  const century = year > today.slice(2, 4) ? '19' : '20';
  const number = /\d/u.test(month) ? month : String(MONTHS.indexOf(month.toLowerCase()) + 1);
  return `${year.length === 2 ? century : ''}${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function isBirthOfYoung(date: IsoDate, today: IsoDate): boolean {
  return date <= today && date > daysBefore(today, { years: OLDEST_YEARS + 1 });
}

/** Where names end in the sentence: two words or more with a capital, side by side. */
export function namesIn(sentence: string): number[] {
  const ends: number[] = [];
  let last: number | null = null;
  for (const { 0: word, index } of sentence.matchAll(/\p{L}[\p{L}'’-]*/gu)) {
    const isName = /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && !NO_NAMES.has(word.toLowerCase());
    if (isName && last !== null && /^\s+$/u.test(sentence.slice(last, index))) ends.push(index + word.length);
    last = isName ? index + word.length : null;
  }
  return ends;
}

function daysBefore(today: IsoDate, duration: { readonly days?: number; readonly years?: number }): IsoDate {
  return Temporal.PlainDate.from(today).subtract(duration).toString();
}
