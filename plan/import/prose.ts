import type { ProseLine } from './document.ts';
import { readDate, readMonth } from './months.ts';
import type { ParsedBoard, ParsedGroup, ParsedMeasure } from './parsed-plan.ts';
import { capitalised, sentencesOf } from './text.ts';

/** Small numbers as plans write them. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

const NUMBER = `\\d{1,4}|${Object.keys(NUMBER_WORDS).join('|')}`;

/** `improvement groups (e.g., data, finance and schools)`. */
const GROUPS = /\bgroups\s*\(([^()]{3,300})\)/i;
const RHYTHM = /\b(weekly|fortnightly|every (?:two|three|four) weeks)\b/i;
/** `Education Transformation Programme Board`: capitals, ending in Board. */
const BOARD = /\b(?:[A-Z][\w'’&-]*\s+(?:(?:for|of|and)\s+)?){1,7}Board\b/g;
const CHAIRED_BY = /\bchaired by (?:the )?([A-Z][^.;]{2,80}?)(?=[.;]|$|, | and (?:is|meets|progress))/;
const EVERY_MONTHS = new RegExp(
  `\\bevery (?:(${NUMBER}) )?months?(?:\\s+from\\s+([A-Z][a-z]+ \\d{4}))?`,
  'i',
);
/** `78 specialist school placements (…), with a target of 450 … by September 2023`. */
const MEASURE =
  /\b(\d[\d,]{0,8})\s+([a-z][^,()\d]{2,80}?)\s*(?:\([^()]*\))?,?\s+(?:with|against)\s+a\s+target\s+of\s+(\d[\d,]{0,8})\b([^.]{0,80})/i;
const BY_MONTH = /\bby\s+([A-Z][a-z]+\s+\d{4})\b/;

/** A number in digits or words; `null` for anything else. */
export function readNumber(words: string | undefined): number | null {
  if (words === undefined) return null;
  const known = NUMBER_WORDS[words.toLowerCase()];
  if (known !== undefined) return known;
  const number = Number(words.replaceAll(',', ''));
  return words !== '' && Number.isFinite(number) ? number : null;
}

/** The operational groups a plan lists in brackets, with how often they meet. */
export function groupsIn(prose: readonly ProseLine[]): readonly ParsedGroup[] {
  for (const { words } of prose) {
    const found = GROUPS.exec(words);
    const names = namesIn(found?.[1] ?? '');
    const everyWeeks = weeksOf(RHYTHM.exec(words)?.[1]);
    if (names.length > 1) return names.map((title) => ({ title, everyWeeks }));
  }
  return [];
}

/** The boards a plan reports to, in the order they are named, with what is said of each. */
export function boardsIn(prose: readonly ProseLine[]): readonly ParsedBoard[] {
  const boards = new Map<string, ParsedBoard>();
  for (const { words } of prose) {
    let last: string | null = null;
    for (const sentence of sentencesOf(words)) {
      for (const [found] of sentence.matchAll(BOARD)) {
        const title = found.replace(/^The\s+/, '');
        if (title === 'Board') continue;
        last = title;
        if (!boards.has(title))
          boards.set(title, { title, chairTitle: null, everyMonths: null, firstMonth: null });
      }
      // "The Board …" speaks of the board named last in the same paragraph.
      const about = last === null ? undefined : boards.get(last);
      if (about) boards.set(about.title, { ...about, ...boardFacts(sentence, about) });
    }
  }
  return [...boards.values()];
}

/** Things that are counted towards a target. */
export function measuresIn(prose: readonly ProseLine[]): readonly ParsedMeasure[] {
  return prose.flatMap(({ words }) => {
    const found = MEASURE.exec(words);
    if (!found) return [];
    const [, baseline, what = '', target, rest = ''] = found;
    const by = BY_MONTH.exec(rest)?.[1];
    return [
      {
        title: capitalised(what.trim()),
        unit: what.trim().split(' ').at(-1) ?? null,
        baseline: readNumber(baseline),
        target: readNumber(target),
        targetDate: by === undefined ? null : (readDate(by)?.date ?? null),
      },
    ];
  });
}

/** How many of something the text says there are: `made 31 recommendations`, `six interlinking themes`. */
export function countsIn(prose: readonly ProseLine[], what: 'recommendations' | 'themes'): readonly number[] {
  const pattern = new RegExp(`\\b(${NUMBER})\\s+(?:[a-z-]+\\s+)?${what}\\b`, 'gi');
  const counts = prose.flatMap(({ words }) =>
    [...words.matchAll(pattern)].map((found) => readNumber(found[1])),
  );
  return [...new Set(counts.filter((count) => count !== null))];
}

function boardFacts(sentence: string, known: ParsedBoard): Partial<ParsedBoard> {
  const chair = CHAIRED_BY.exec(sentence)?.[1]?.trim() ?? known.chairTitle;
  const every = EVERY_MONTHS.exec(sentence);
  if (!every) return { chairTitle: chair };
  return {
    chairTitle: chair,
    everyMonths: every[1] === undefined ? 1 : readNumber(every[1]),
    firstMonth: every[2] === undefined ? null : readMonth(every[2]),
  };
}

function namesIn(list: string): string[] {
  return list
    .replace(/^\s*(?:e\.?g\.?|for example|such as|including|namely)[\s,:]*/i, '')
    .split(/,|;|\band\b/)
    .map((name) => capitalised(name.trim()))
    .filter((name) => /^[\p{L}][\p{L}\p{N} &'’/-]{1,60}$/u.test(name));
}

function weeksOf(words: string | undefined): number | null {
  const rhythm = words?.toLowerCase();
  if (rhythm === undefined) return null;
  if (rhythm === 'weekly') return 1;
  return rhythm === 'fortnightly' ? 2 : readNumber(rhythm.split(' ')[1]);
}
