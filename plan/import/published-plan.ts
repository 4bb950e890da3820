import { AppError } from '../errors.ts';
import type { PlanDocument } from './document.ts';
import { contradictionDoubts, countDoubts, doubt, linkDoubts, silenceDoubts } from './doubts.ts';
import { milestonesIn } from './milestones.ts';
import type { Doubt, ParsedPlan, ParsedRecommendation, ParsedTheme } from './parsed-plan.ts';
import { boardsIn, groupsIn, measuresIn } from './prose.ts';
import { shortTitle } from './short-title.ts';
import { readStatus } from './status.ts';
import { type RecommendationRow, readTables } from './tables.ts';
import { LONGEST_TEXT } from './text.ts';
import { textDocument } from './text-document.ts';
import { readThemes } from './themes.ts';

/**
 * Reads the text of a published plan: its table of recommendations, and what else is found (table of
 * themes, groups, boards, measures, next steps). Keeps the original's numbers and wording; what cannot be
 * understood, or is said in two ways, stands in `doubts`.
 *
 * @throws {AppError} `NOT_A_PLAN` when no table of recommendations is found.
 */
export function parsePublishedPlan(text: string): ParsedPlan {
  if (text.length > LONGEST_TEXT)
    throw notAPlan(`the text has ${text.length} characters, more than ${LONGEST_TEXT}`);
  return readPublishedPlan(textDocument(text));
}

/** The same of a document, whatever file it was. @throws {AppError} `NOT_A_PLAN` */
export function readPublishedPlan(document: PlanDocument): ParsedPlan {
  const tables = readTables(document);
  if (tables.recommendations.length === 0)
    throw notAPlan(`none was found in ${document.tables.length} tables and ${document.prose.length} lines`);
  const { themes, titleOf, doubts: themeDoubts } = readThemes(tables);
  const doubts: Doubt[] = [...themeDoubts];
  const recommendations = firstOfEach(tables.recommendations).map((row) => {
    const { recommendation, found } = readRecommendation(row, themes, titleOf);
    doubts.push(...found);
    return recommendation;
  });
  const milestones = milestonesIn(tables.prose);
  return {
    title: shortTitle(document.prose.find((line) => line.words !== '')?.words ?? 'Improvement plan'),
    recommendations,
    themes,
    groups: groupsIn(tables.prose),
    boards: boardsIn(tables.prose),
    measures: measuresIn(tables.prose),
    milestones,
    doubts: [
      ...doubts,
      ...countDoubts(tables, recommendations, themes.length),
      ...linkDoubts(themes, recommendations),
      ...contradictionDoubts(themes, recommendations),
      ...silenceDoubts(recommendations, milestones, tables.statusHeader),
    ],
  };
}

function readRecommendation(
  row: RecommendationRow,
  themes: readonly ParsedTheme[],
  titleOf: (name: string) => string | null,
): { recommendation: ParsedRecommendation; found: Doubt[] } {
  const { number, text } = row;
  const found: Doubt[] = [];
  const linked = themes.find((theme) => theme.links.includes(number))?.title ?? null;
  const theme = titleOf(row.theme) ?? linked;
  if (theme === null) found.push(doubt('missing', `Recommendation ${number} has no theme.`));
  const status = readStatus(row.status);
  if (status === null) {
    const what =
      row.status === ''
        ? 'has no status'
        : `has the status “${row.status}”, which is neither a date nor a stage`;
    found.push(
      doubt('date', `Recommendation ${number} ${what}. It is imported as Not started, without a date.`),
    );
  }
  return {
    recommendation: {
      number,
      text,
      title: shortTitle(text),
      theme,
      status: status ?? { words: row.status, stage: 'Not started', due: null, precision: null },
    },
    found,
  };
}

/** A number names one recommendation; a second row with it is told, not imported. */
function firstOfEach(rows: readonly RecommendationRow[]): readonly RecommendationRow[] {
  const seen = new Set<number>();
  return rows.filter(({ number }) => !seen.has(number) && seen.add(number));
}

function notAPlan(found: string): AppError {
  const lookedFor =
    'a table of recommendations, each row with a number, the recommendation, its theme and its status (a date such as Mar-22, or Completed), parted by tabs';
  return new AppError({
    code: 'NOT_A_PLAN',
    message: `Reading a published plan: looked for ${lookedFor}; ${found}`,
    userMessage: `This does not look like an improvement plan. Milepost looks for ${lookedFor}. Copy the whole text of the plan, tables too, and import it again.`,
  });
}
