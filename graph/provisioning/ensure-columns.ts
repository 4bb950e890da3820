import { z } from 'zod';
import { LIST_NAMES, type ListName } from '../../plan/glossary.ts';
import type { BatchAnswer, BatchPart } from '../batch-part.ts';
import { failedPart } from '../graph-request-error.ts';
import type { Column } from '../lists/columns.ts';
import { LISTS } from '../lists/index.ts';
import { readAnswer } from '../read-answer.ts';
import { toColumnDefinition } from './column-definition.ts';
import type { SiteListIds } from './ensure-lists.ts';
import { FOUND_COLUMN, type FoundColumn, holdsTheSame, repairOf } from './found-column.ts';
import type { Provisioning } from './provisioning.ts';

const COLUMNS = z.object({ value: z.array(FOUND_COLUMN), '@odata.nextLink': z.string().optional() });

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
  const { client, note } = provisioning;
  const found = await readColumns(provisioning, listIds);
  const plans = LIST_NAMES.map((name) =>
    planSteps({ name, found: found.get(name) ?? new Map(), listIds, isNew: made.has(name), provisioning }),
  );
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

/** The columns of every list by internal name, read together, page after page. */
async function readColumns(
  { client, siteId }: Provisioning,
  listIds: ReadonlyMap<ListName, string>,
): Promise<ReadonlyMap<ListName, Map<string, FoundColumn>>> {
  const found = new Map(LIST_NAMES.map((name) => [name, new Map<string, FoundColumn>()]));
  let pages = LIST_NAMES.map((name) => ({ name, path: columnsPath(siteId, listIds.get(name)) }));
  while (pages.length > 0) {
    const parts = pages.map(({ path }): BatchPart => ({ method: 'GET', path }));
    const answers = await client.batch(parts);
    pages = pages.flatMap(({ name }, index) => {
      const page = readPage(parts[index], answers[index], name);
      for (const column of page.value) found.get(name)?.set(column.name, column);
      const next = page['@odata.nextLink'];
      return next === undefined ? [] : [{ name, path: next }];
    });
  }
  return found;
}

function readPage(
  part: BatchPart | undefined,
  answer: BatchAnswer | undefined,
  name: ListName,
): z.infer<typeof COLUMNS> {
  if (part !== undefined && answer !== undefined && (answer.kind !== 'answered' || answer.status >= 400)) {
    throw failedPart(part, answer);
  }
  const body = answer?.kind === 'answered' ? answer.body : undefined;
  return readAnswer(COLUMNS, body, `the columns of list ${name}`);
}
