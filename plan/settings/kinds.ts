import { readMeetingTime } from '../meetings/rhythm.ts';

/** How a kind of setting is typed. */
export interface Kind<Value> {
  /** What it may be, to follow `must be`. */
  readonly mustBe: string;
  /** Absent where anything that fits may be typed. */
  readonly choices?: readonly string[];
  /** `undefined` for what can't be meant. Never called with blank text. */
  read(text: string): Value | undefined;
  /** As it stands in the list; blank for nothing. */
  write(value: Value): string;
}

/** The column Value holds no more. */
const LONGEST_TEXT = 120;

/** Whoever is told further ahead, or more often, stops reading. */
const MOST_DAYS = 60;
const MOST_COUNTS = 5;

/** Said for no days at all; an empty value means the default. */
const NONE = 'none';

export function wholeNumber(from: number, to: number): Kind<number> {
  return {
    mustBe: `a whole number from ${from} to ${to}`,
    read: (text) => {
      const number = numberIn(text);
      return number !== undefined && number >= from && number <= to ? number : undefined;
    },
    write: String,
  };
}

export const timeOfDay: Kind<string> = {
  mustBe: 'a time such as 09:00',
  read: (text) => readMeetingTime(text) ?? undefined,
  write: String,
};

export function oneOf<Choice extends string>(choices: readonly Choice[]): Kind<Choice> {
  return {
    mustBe: `one of: ${choices.join(', ')}`,
    choices,
    read: (text) => choices.find((choice) => choice.toLowerCase() === text.trim().toLowerCase()),
    write: String,
  };
}

export const dayCounts: Kind<readonly number[]> = {
  mustBe: `up to ${MOST_COUNTS} numbers of days from 1 to ${MOST_DAYS} with commas between, or “${NONE}”`,
  read: (text) => {
    if (text.trim().toLowerCase() === NONE) return [];
    const counts = text.split(/[,;]|\band\b/).map(numberIn);
    const days = [...new Set(counts)].filter((count) => count !== undefined);
    const isMeant = counts.every((count) => count !== undefined && count >= 1 && count <= MOST_DAYS);
    return isMeant && days.length <= MOST_COUNTS ? days.toSorted((one, other) => other - one) : undefined;
  },
  write: (days) => (days.length === 0 ? NONE : days.join(', ')),
};

export const anyText: Kind<string | null> = {
  mustBe: `text of at most ${LONGEST_TEXT} characters`,
  read: textIn,
  write: (text) => text ?? '',
};

/** Follows a colour and a comma: `Amber, feasible with help`. */
export const sentencePart: Kind<string> = {
  mustBe: `a few words of at most ${LONGEST_TEXT} characters, without a full stop`,
  read: (text) => textIn(text.trim().replace(/\.$/, '')),
  write: String,
};

/** `14`, also as people write it: `14 days`. */
function numberIn(text: string): number | undefined {
  const found = /^\s*(\d{1,4})\s*(days?|weeks?|meetings?)?\s*$/i.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

function textIn(text: string): string | undefined {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line === '' || line.length > LONGEST_TEXT ? undefined : line;
}
