import type { ImportedRow, ImportedRows, SaidValue } from './imported.ts';
import type { ParsedPlan } from './parsed-plan.ts';
import { importRows } from './rows.ts';

/** What of a published plan's row follows from the rest, or is only true of a row that is made now. */
const FILLED = ['baselineDue', 'duePrecision', 'everyWeeks', 'everyMonths', 'active', 'baseline'];

/** The rows of a published plan, as any other file's. */
export function publishedRows(plan: ParsedPlan): ImportedRows[] {
  const { themes, groups, recommendations, milestones, measures } = importRows(plan);
  const common = { rule: 'people', makesRows: true } as const;
  return [
    {
      ...common,
      list: 'Themes',
      sameFact: 'theme holds',
      rows: themes.map((row) => rowOf(`Theme “${row.title}”`, row)),
    },
    {
      ...common,
      list: 'Groups',
      sameFact: null,
      rows: groups.map((row) => rowOf(`Group “${row.title}”`, row)),
    },
    {
      ...common,
      list: 'Recommendations',
      sameFact: null,
      // Its title is made from its text.
      rows: recommendations.map(({ title: _made, ...row }) => rowOf(`Recommendation ${row.number}`, row)),
    },
    {
      ...common,
      list: 'Milestones',
      sameFact: 'due',
      rows: milestones.map((row) => rowOf(`Milestone “${row.title}”`, row)),
    },
    {
      ...common,
      list: 'Measures',
      sameFact: 'target',
      rows: measures.map((row) => rowOf(`Measure “${row.title}”`, row)),
    },
  ];
}

function rowOf(label: string, row: object): ImportedRow {
  const said = Object.entries(row).filter(
    // The colour of the schedule follows from the dates.
    (entry): entry is [string, SaidValue] => entry[1] !== null && entry[0] !== 'scheduleRag',
  );
  const isFilled = ([property]: readonly [string, SaidValue]) => FILLED.includes(property);
  return {
    label,
    place: null,
    itemId: null,
    says: Object.fromEntries(said.filter((entry) => !isFilled(entry))),
    fills: Object.fromEntries(said.filter(isFilled)),
  };
}
