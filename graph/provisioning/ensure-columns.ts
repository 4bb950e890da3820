import { z } from 'zod';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import type { BatchAnswer, BatchPart } from '../batch.ts';
import { failedPart, readAnswer } from '../graph-request-error.ts';
import type { Column } from '../lists/columns.ts';
import { LISTS } from '../lists/index.ts';
import { toColumnDefinition } from './column-definition.ts';
import type { SiteListIds } from './ensure-lists.ts';
import { FOUND_COLUMN, type FoundColumn, holdsTheSame, repairOf } from './found-column.ts';
import type { Provisioning } from './provisioning.ts';

const COLUMNS = z.object({ value: z.array(FOUND_COLUMN) });

/** One change of one list's columns. */
interface Step {
  readonly kind: 'created' | 'repaired';
  /** In words: `column Recommendations.Theme`. */
  readonly what: string;
  readonly part: BatchPart;
}

/**
 * Adds the columns that are missing, lookups among them, and repairs indexes, uniqueness and choices. Never changes
 * what a column holds: one of another kind under our name is reported as a problem.
 */
export async function ensureColumns(
  provisioning: Provisioning,
  { ids: listIds, made }: SiteListIds,
): Promise<void> {
  const { client, siteId, note } = provisioning;
  const reads = LIST_NAMES.map(
    (name): BatchPart => ({ method: 'GET', path: `${columnsPath(siteId, listIds.get(name))}?$top=500` }),
  );
  const answers = await client.batch(reads);
  const plans = LIST_NAMES.map((name, index) => {
    const found = columnsIn(reads[index], answers[index], name);
    return planSteps({ name, found, listIds, isNew: made.has(name), provisioning });
  });
  // One change per list and round: SharePoint refuses changes of one list that come at once.
  for (let round = 0; plans.some((steps) => steps.length > round); round++) {
    const steps = plans.map((steps) => steps[round]).filter((step) => step !== undefined);
    const outcomes = await client.batch(steps.map(({ part }) => part));
    for (const [index, { kind, what, part }] of steps.entries()) {
      const outcome = outcomes[index];
      if (outcome?.kind === 'answered' && outcome.status < 400) note(kind, what);
      else if (outcome !== undefined) note('problems', `${what}: ${failedPart(part, outcome).message}`);
    }
  }
}

function planSteps({
  name,
  found,
  listIds,
  isNew,
  provisioning: { siteId, note },
}: {
  name: ListName;
  found: ReadonlyMap<string, FoundColumn>;
  listIds: ReadonlyMap<ListName, string>;
  /** The list was made just now, and its columns with it. */
  isNew: boolean;
  provisioning: Provisioning;
}): readonly Step[] {
  const path = columnsPath(siteId, listIds.get(name));
  return Object.entries(LISTS[name].columns).flatMap(([property, column]): Step[] => {
    const there = found.get(column.name);
    const what = `column ${name}.${column.name}`;
    if (property === 'title') return [];
    if (there === undefined) {
      const body = toColumnDefinition(column, listIds);
      return [{ kind: 'created', what, part: { method: 'POST', path, body } }];
    }
    if (!holdsTheSame(there, column, listIds)) {
      note(
        'problems',
        `${what} is there but can't hold ${HOLDS[column.kind]}: rename it or move it away, then run this again`,
      );
      return [];
    }
    const body = repairOf(there, column);
    if (body === null) {
      if (!isNew) note('unchanged', what);
      return [];
    }
    const changes = Object.keys(body).map((member) => REPAIRS[member] ?? member);
    const part: BatchPart = { method: 'PATCH', path: `${path}/${there.id}`, body };
    return [{ kind: 'repaired', what: `${what} (${changes.join(', ')})`, part }];
  });
}

const REPAIRS: Readonly<Record<string, string>> = {
  indexed: 'indexed',
  enforceUniqueValues: 'made unique',
  choice: 'missing choices added',
};

const HOLDS: Readonly<Record<Column['kind'], string>> = {
  text: 'one line of text',
  note: 'several lines of text',
  number: 'a number',
  choice: 'one of several choices',
  multiChoice: 'any of several choices',
  date: 'a date',
  dateTime: 'a date and time',
  lookup: 'a row of the other list',
  lookups: 'rows of the other list',
  flag: 'yes or no',
};

const columnsPath = (siteId: string, listId = ''): string => `/sites/${siteId}/lists/${listId}/columns`;

function columnsIn(
  part: BatchPart | undefined,
  answer: BatchAnswer | undefined,
  name: ListName,
): ReadonlyMap<string, FoundColumn> {
  if (part !== undefined && answer !== undefined && (answer.kind !== 'answered' || answer.status >= 400)) {
    throw failedPart(part, answer);
  }
  const body = answer?.kind === 'answered' ? answer.body : undefined;
  const columns = readAnswer(COLUMNS, body, `the columns of list ${name}`).value;
  return new Map(columns.map((column) => [column.name, column]));
}
