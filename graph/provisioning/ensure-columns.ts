import { LIST_NAMES } from '../../plan/glossary.ts';
import type { BatchAnswer } from '../batch-part.ts';
import { failedPart, GraphRequestError, readErrorBody } from '../graph-request-error.ts';
import { findDuplicates } from './duplicates.ts';
import type { SiteSchema } from './ensure-lists.ts';
import { isLarge, LARGE_FROM } from './large-lists.ts';
import { type ColumnStep, planColumns } from './plan-columns.ts';
import type { Provisioning } from './provisioning.ts';

/**
 * Adds the columns that are missing, lookups among them, and repairs indexes, uniqueness and choices. What SharePoint
 * refuses is noted as a problem with its remedy, and the rest is done.
 * @throws GraphRequestError when Milepost may not change columns at all
 */
export async function ensureColumns(provisioning: Provisioning, schema: SiteSchema): Promise<void> {
  const { client, siteId, apply, note } = provisioning;
  const names = LIST_NAMES.filter((name) => schema.ids.has(name) || schema.made.has(name));
  const plans = names.map((name) => planColumns(name, { siteId, schema }));
  for (const { notes } of plans) for (const { kind, what } of notes) note(kind, what);
  await tellOfLargeLists(
    provisioning,
    schema,
    plans.flatMap(({ steps }) => steps),
  );
  if (!apply) {
    for (const { kind, what } of plans.flatMap(({ steps }) => steps)) note(kind, what);
    return;
  }
  // One change per list and round: SharePoint refuses changes of one list that come at once.
  for (let round = 0; plans.some(({ steps }) => steps.length > round); round++) {
    const steps = plans.flatMap(({ steps }) => steps[round] ?? []);
    const outcomes = await client.batch(steps.map(({ part }) => part));
    for (const [index, step] of steps.entries()) {
      await noteOutcome(provisioning, schema, { step, outcome: outcomes[index] });
    }
  }
}

async function noteOutcome(
  provisioning: Provisioning,
  schema: SiteSchema,
  { step, outcome }: { readonly step: ColumnStep; readonly outcome: BatchAnswer | undefined },
): Promise<void> {
  const { note } = provisioning;
  if (outcome?.kind === 'answered' && outcome.status < 400) {
    note(step.kind, step.what);
    return;
  }
  if (outcome?.kind === 'answered' && outcome.status === 403) throw failedPart(step.part, outcome);
  note('problems', `${step.what}: ${await reasonOf(provisioning, schema, { step, outcome })}`);
}

async function reasonOf(
  provisioning: Provisioning,
  { ids }: SiteSchema,
  { step, outcome }: { readonly step: ColumnStep; readonly outcome: BatchAnswer | undefined },
): Promise<string> {
  if (outcome?.kind !== 'answered') {
    return outcome?.kind === 'not sent'
      ? 'SharePoint could not be asked just now. Run this again in a few minutes.'
      : 'SharePoint gave no answer, so it may be done or not. Run this again: it looks first.';
  }
  const { code, message } = readErrorBody(outcome.body);
  const said = `SharePoint refused it (${outcome.status} ${code}: ${message}).`;
  const listId = ids.get(step.list);
  if (step.asksFor === 'unique' && listId !== undefined) {
    const twins = await findDuplicates(provisioning, listId, step.column.name).catch(noneWhereUnreadable);
    if (twins.length > 0)
      return `${twins.map((rows) => `rows ${rows.join(' and ')}`).join(', ')} ${SAME_VALUE}`;
  }
  return step.asksFor === 'index'
    ? `${said} ${INDEX_BY_HAND}`
    : `${said} Run this again; if it is refused again, ask your SharePoint administrator.`;
}

const SAME_VALUE =
  'have the same value, and this column allows each only once. Give all but one of them another value, or delete them, and run this again.';
const INDEX_BY_HAND =
  'Ask your SharePoint administrator to add the index in the list settings (“Indexed columns”) at a quiet time.';

const noneWhereUnreadable = (error: unknown): [] => {
  if (error instanceof GraphRequestError) return [];
  throw error;
};

/** An index is refused late and without a reason where a list has outgrown SharePoint's view threshold. */
async function tellOfLargeLists(
  provisioning: Provisioning,
  { ids, made }: SiteSchema,
  steps: readonly ColumnStep[],
): Promise<void> {
  const names = new Set(
    steps.flatMap(({ list, asksFor }) => (asksFor === null || made.has(list) ? [] : [list])),
  );
  for (const name of names) {
    const listId = ids.get(name);
    if (listId === undefined || !(await isLarge(provisioning, listId))) continue;
    provisioning.note(
      'told',
      `list ${name} has more than ${LARGE_FROM.toLocaleString('en-GB')} rows, so SharePoint may refuse it a new index.`,
    );
  }
}
