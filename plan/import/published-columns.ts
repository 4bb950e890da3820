import { oneLine } from './document.ts';

/** Columns of a table by what their header says; `-1` where there is none. */
export type Columns<Name extends string> = Readonly<Record<Name, number>>;

export type RecommendationColumns = Columns<'number' | 'text' | 'theme' | 'status'>;
export type ThemeColumns = Columns<'theme' | 'review' | 'stakeholders' | 'progress'>;

/** The columns of a published table of recommendations; `null` for any other table. */
export function recommendationColumns(cells: readonly string[]): RecommendationColumns | null {
  const header = cells.map(oneLine);
  const theme = header.findIndex((cell) => /\btheme/i.test(cell));
  const text = header.findIndex((cell, at) => at !== theme && /\b(recommendation|action)/i.test(cell));
  const status = header.findIndex(
    (cell, at) => at !== theme && at !== text && /\b(status|due|date|when)\b/i.test(cell),
  );
  const number = header.findIndex((cell) => /^(no|nr|number|ref|reference|#)\b\.?|^#$/i.test(cell));
  return text === -1 || status === -1 || number === -1 ? null : { number, text, theme, status };
}

/** The columns of a published table of themes; `null` for any other table. */
export function themeColumns(cells: readonly string[]): ThemeColumns | null {
  const header = cells.map(oneLine);
  if (header.length < 2 || !/^themes?\b/i.test(header[0] ?? '')) return null;
  const find = (pattern: RegExp) => header.findIndex((cell, at) => at > 0 && pattern.test(cell));
  const review = find(/\breview\b/i);
  const stakeholders = find(/\b(professionals?|parents?|stakeholders?|families|people)\b/i);
  const progress = find(/\bprogress\b/i);
  return review + stakeholders + progress === -3 ? null : { theme: 0, review, stakeholders, progress };
}

export function isRecommendationHeader(cells: readonly string[]): boolean {
  return recommendationColumns(cells) !== null;
}

export function isPublishedHeader(cells: readonly string[]): boolean {
  return isRecommendationHeader(cells) || themeColumns(cells) !== null;
}

/** Whether a table has the columns of a published table of recommendations, each once, and no others. */
export function isPublishedTable(cells: readonly string[]): boolean {
  const columns = recommendationColumns(cells);
  const said = cells.filter((cell) => oneLine(cell) !== '').length;
  return columns !== null && said === Object.values(columns).filter((at) => at !== -1).length;
}
