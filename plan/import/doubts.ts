import { formatMonth } from '../calendar/dates.ts';
import type { Doubt, ParsedMilestone, ParsedRecommendation, ParsedTheme } from './parsed-plan.ts';
import { countsIn } from './prose.ts';
import type { RecommendationRow, Tables } from './tables.ts';
import { sentencesOf } from './text.ts';
import { stemsOf } from './theme-names.ts';

export function doubt(kind: Doubt['kind'], message: string): Doubt {
  return { kind, message };
}

/** Numbers that are missing or there twice, and counts in the text that the tables do not bear out. */
export function countDoubts(
  tables: Tables,
  recommendations: readonly ParsedRecommendation[],
  themes: number,
): Doubt[] {
  const numbers = recommendations.map((one) => one.number);
  const highest = Math.max(0, ...numbers);
  const missing =
    highest > 1_000
      ? []
      : Array.from({ length: highest }, (_, at) => at + 1).filter((n) => !numbers.includes(n));
  const said = countsIn(tables.prose, 'recommendations').filter((count) => count !== recommendations.length);
  const saidThemes = countsIn(tables.prose, 'themes').filter((count) => count !== themes);
  return [
    ...missing.map((number) => doubt('missing', `There is no recommendation ${number} in the table.`)),
    ...twiceNumbered(tables.recommendations),
    ...said.map((count) =>
      doubt('count', `The text speaks of ${count} recommendations; the table has ${recommendations.length}.`),
    ),
    ...saidThemes.map((count) =>
      doubt('count', `The text speaks of ${count} themes; the tables have ${themes}.`),
    ),
  ];
}

/** Where the table of themes and the table of recommendations put a recommendation under different themes. */
export function linkDoubts(
  themes: readonly ParsedTheme[],
  recommendations: readonly ParsedRecommendation[],
): Doubt[] {
  const doubts: Doubt[] = [];
  for (const theme of themes) {
    if (theme.links.length === 0) continue;
    for (const number of theme.links) {
      const linked = recommendations.find((one) => one.number === number);
      if (!linked)
        doubts.push(
          doubt(
            'links',
            `The theme “${theme.title}” links to recommendation ${number}, which the table does not have.`,
          ),
        );
      else if (linked.theme !== theme.title) {
        doubts.push(
          doubt(
            'links',
            `The theme “${theme.title}” links to recommendation ${number}, which the table of recommendations puts under “${linked.theme}”. The latter is imported.`,
          ),
        );
      }
    }
    for (const one of recommendations) {
      if (one.theme !== theme.title || theme.links.includes(one.number)) continue;
      doubts.push(
        doubt('links', `Recommendation ${one.number} is under “${theme.title}”, which does not link to it.`),
      );
    }
  }
  return doubts;
}

/** What progress so far calls completed while the recommendation about it is still open. */
export function contradictionDoubts(
  themes: readonly ParsedTheme[],
  recommendations: readonly ParsedRecommendation[],
): Doubt[] {
  return themes.flatMap((theme) => {
    const open = recommendations.filter(
      (one) => one.theme === theme.title && one.status.stage !== 'Complete',
    );
    return completedThings(theme.progressSoFar ?? '').flatMap((thing) => {
      const stems = stemsOf(thing);
      if (stems.size < 2) return [];
      return open
        .filter((one) => isSubset(stems, stemsOf(one.text)))
        .map((one) =>
          doubt(
            'contradiction',
            `Progress so far says “${thing} completed”, but recommendation ${one.number} is ${statusOf(one)}. It is imported as the table of recommendations has it: check which is right.`,
          ),
        );
    });
  });
}

/** What a published plan does not say and Milepost therefore leaves open. */
export function silenceDoubts(
  recommendations: readonly ParsedRecommendation[],
  milestones: readonly ParsedMilestone[],
  statusHeader: string | null,
): Doubt[] {
  const complete = recommendations.filter((one) => one.status.stage === 'Complete').length;
  const dated = recommendations.filter(
    (one) => one.status.due !== null && one.status.stage === 'Not started',
  ).length;
  const asOf = statusHeader === null ? '' : ` (“${statusHeader}”)`;
  return [
    complete > 0
      ? doubt(
          'date',
          `${complete} recommendations are completed${asOf}, but not on which day: the day of completion is left empty.`,
        )
      : null,
    dated > 0
      ? doubt(
          'status',
          `${dated} recommendations have a date but no word on whether work has begun: they are imported as Not started.`,
        )
      : null,
    milestones.length > 0
      ? doubt(
          'missing',
          `${milestones.length} next steps name no group: choose who leads each in the Milestones list.`,
        )
      : null,
  ].filter((one) => one !== null);
}

/** `Needs Analysis` in `Needs Analysis completed and …`; not what is to be completed. */
function completedThings(words: string): string[] {
  return words.split('\n').flatMap((paragraph) =>
    sentencesOf(paragraph).flatMap((sentence) => {
      const found = /^(.{3,120}?)\s+(?:(?:is|are|was|were|has been|have been|now)\s+)*completed?\b/i.exec(
        sentence,
      );
      const thing = found?.[1] ?? '';
      return /\b(be|to|will|not|until|when|once)$/i.test(thing) || thing === '' ? [] : [thing];
    }),
  );
}

function statusOf({ status }: ParsedRecommendation): string {
  return status.due === null ? `“${status.words}”` : `due ${formatMonth(status.due)}`;
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one));
}

function twiceNumbered(rows: readonly RecommendationRow[]): Doubt[] {
  const numbers = rows.map((row) => row.number);
  const twice = new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at));
  return [...twice].map((number) =>
    doubt('count', `Recommendation ${number} is in the table twice: the first is imported.`),
  );
}
