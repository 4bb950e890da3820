import { LISTS } from '../../../graph/lists/index.ts';
import type { FieldProblem } from '../../../graph/lists/values.ts';
import { plainWords } from '../../../graph/provisioning/column-definition.ts';
import { type Attention, type DoubtfulRow, findAttention, type ValueFault } from '../../../plan/attention.ts';
import type { ListName } from '../../../plan/glossary.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { RowKey } from '../../../plan/rows.ts';
import type { Queryable } from '../../../store/database.ts';
import { readProblemRows } from '../../../store/mirror.ts';
import type { WorkflowDeps } from '../../deps.ts';

/** Lists whose rows are checked for pointing to rows that are there, and the properties that needn't. */
const POINTING = {
  Groups: [],
  Owners: [],
  Recommendations: [],
  Actions: ['raisedAt'],
  Milestones: [],
  // History goes on naming people who have left; so do updates, which aren't looked at for it.
  Meetings: ['attendees'],
  Measures: [],
  Readings: ['by'],
} as const satisfies Partial<Record<ListName, readonly string[]>>;

const known = new WeakMap<Plan, Promise<readonly Attention[]>>();

/** The rows of a plan that people should look at. Worked out once for each state of the plan. */
export function attentionOf(deps: Pick<WorkflowDeps, 'database'>, plan: Plan): Promise<readonly Attention[]> {
  const found = known.get(plan) ?? readAttention(deps.database, plan);
  known.set(plan, found);
  found.catch(() => known.delete(plan));
  return found;
}

async function readAttention(db: Queryable, plan: Plan): Promise<readonly Attention[]> {
  const unreadable = (await readProblemRows(db, plan.id)).map(
    ({ list, key, row, problems }): DoubtfulRow => ({
      list,
      key,
      title: String(row.title ?? ''),
      faults: (problems as readonly FieldProblem[])
        // One setting is behind all of these: it is told once, not row by row.
        .filter(({ shifted }) => shifted !== true)
        .map(({ column, mustBe }) => ({ kind: 'unreadable', column: plainWords(column), mustBe })),
    }),
  );
  return findAttention(plan, [...unreadable, ...dangling(plan)]);
}

/** Rows that point to rows that are not in the plan. */
function dangling(plan: Plan): DoubtfulRow[] {
  const rows = rowsOf(plan);
  const keys = new Map([...rows].map(([list, those]) => [list, new Set(those.map(({ key }) => key))]));
  const isThere = (list: ListName, key: RowKey) => keys.get(list)?.has(key) === true;
  return Object.entries(POINTING).flatMap(([name, left]) => {
    const list = name as keyof typeof POINTING;
    const lookups = Object.entries(LISTS[list].lookups).filter(
      ([property]) => !(left as readonly string[]).includes(property),
    );
    return (rows.get(list) ?? []).flatMap((row) => {
      const faults = lookups.flatMap(([property, target]): ValueFault[] => {
        const pointedTo = [row[property] ?? []].flat().map(String);
        if (pointedTo.every((key) => isThere(target, key))) return [];
        const column = plainWords(LISTS[list].columns[property]?.name ?? property);
        return [{ kind: 'points to nothing', column, target }];
      });
      return faults.length === 0 ? [] : [{ list, key: row.key, title: row.title, faults }];
    });
  });
}

type AnyRow = { readonly key: RowKey; readonly title: string } & Readonly<Record<string, unknown>>;

function rowsOf(plan: Plan): ReadonlyMap<ListName, readonly AnyRow[]> {
  const rows: readonly (readonly [ListName, readonly object[]])[] = [
    ['Themes', plan.themes],
    ['Groups', plan.groups],
    ['Owners', plan.owners],
    ['Recommendations', plan.recommendations],
    ['Actions', plan.actions],
    ['Milestones', plan.milestones],
    ['Meetings', plan.meetings],
    ['Measures', plan.measures],
    ['Readings', plan.readings],
  ];
  return new Map(rows as readonly (readonly [ListName, readonly AnyRow[]])[]);
}
