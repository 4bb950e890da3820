import { cellParagraphs, oneLine, type PlanDocument, type ProseLine } from './document.ts';
import {
  type RecommendationColumns,
  recommendationColumns,
  type ThemeColumns,
  themeColumns,
} from './published-columns.ts';

/** One row of the table of recommendations, as written. */
export interface RecommendationRow {
  readonly number: number;
  readonly text: string;
  readonly theme: string;
  readonly status: string;
}

/** One row of the table of themes, as written. */
export interface ThemeRow {
  readonly title: string;
  readonly links: readonly number[];
  readonly reviewSaid: readonly string[];
  readonly stakeholdersSaid: readonly string[];
  readonly progressSoFar: readonly string[];
}

/** What was found in tables, and the lines that are not in one. */
export interface Tables {
  readonly recommendations: readonly RecommendationRow[];
  readonly themes: readonly ThemeRow[];
  /** The header of the status column: `Status December 2021`. */
  readonly statusHeader: string | null;
  readonly prose: readonly ProseLine[];
}

/** `Links to recommendations 2, 16 and 19`, with or without `Review` before. */
const LINKS = /\blinks? to (?:the )?(?:independent )?(?:review )?recommendations?\b/i;

/** Finds both tables of a published plan, each of which may go on in further tables: pages break them. */
export function readTables({ tables, prose }: PlanDocument): Tables {
  const recommendations: RecommendationRow[] = [];
  const themeCells: ThemeRow[] = [];
  let statusHeader: string | null = null;
  for (const { rows } of tables) {
    const [header = [], ...below] = rows.map((row) => row.cells);
    const forRecommendations = recommendationColumns(header);
    const forThemes = forRecommendations ? null : themeColumns(header);
    if (forRecommendations) {
      recommendations.push(...below.flatMap((cells) => recommendationRow(cells, forRecommendations)));
      statusHeader = oneLine(header[forRecommendations.status] ?? '');
    } else if (forThemes) themeCells.push(...below.map((cells) => themeRow(cells, forThemes)));
  }
  return { recommendations, themes: wholeThemes(themeCells), statusHeader, prose };
}

/** Nothing for a row without a number: a heading between the rows, or an empty one. */
function recommendationRow(cells: readonly string[], at: RecommendationColumns): RecommendationRow[] {
  const number = Number.parseInt(cells[at.number] ?? '', 10);
  if (Number.isNaN(number)) return [];
  return [
    {
      number,
      text: oneLine(cells[at.text] ?? ''),
      theme: oneLine(cells[at.theme] ?? ''),
      status: oneLine(cells[at.status] ?? ''),
    },
  ];
}

function themeRow(cells: readonly string[], at: ThemeColumns): ThemeRow {
  const first = oneLine(cells[at.theme] ?? '');
  const linksAt = first.search(LINKS);
  return {
    title: withoutLinks(first),
    links: linksAt === -1 ? [] : numbersIn(first.slice(linksAt)),
    reviewSaid: cellParagraphs(cells[at.review] ?? ''),
    stakeholdersSaid: cellParagraphs(cells[at.stakeholders] ?? ''),
    progressSoFar: cellParagraphs(cells[at.progress] ?? ''),
  };
}

/** The name of a theme without the recommendations it links to. */
export function withoutLinks(title: string): string {
  const linksAt = title.search(LINKS);
  return (linksAt === -1 ? title : title.slice(0, linksAt)).trim();
}

/** A row without a title of its own goes on with the theme before: tables break over pages. */
function wholeThemes(rows: readonly ThemeRow[]): ThemeRow[] {
  const themes: ThemeRow[] = [];
  for (const row of rows) {
    const before = row.title === '' ? themes.pop() : undefined;
    if (before) themes.push(joined(before, row));
    else if (row.title !== '') themes.push(row);
  }
  return themes;
}

function joined(one: ThemeRow, other: ThemeRow): ThemeRow {
  return {
    title: one.title,
    links: [...one.links, ...other.links],
    reviewSaid: [...one.reviewSaid, ...other.reviewSaid],
    stakeholdersSaid: [...one.stakeholdersSaid, ...other.stakeholdersSaid],
    progressSoFar: [...one.progressSoFar, ...other.progressSoFar],
  };
}

/** `6,7 and 8`, `4 to 6`, `4-6`; no plan has more than a few hundred. */
function numbersIn(words: string): number[] {
  const numbers: number[] = [];
  for (const [, from = '', to] of words.matchAll(/\b(\d{1,3})\b(?:\s*(?:-|–|to)\s*(\d{1,3})\b)?/g)) {
    const last = Math.max(Number(from), Number(to ?? from));
    for (let number = Number(from); number <= last; number += 1) numbers.push(number);
  }
  return [...new Set(numbers)];
}
