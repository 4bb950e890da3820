import {
  correctedByOthers,
  type EngagementValues,
  inputOf,
  judgeEngagement,
} from '../../plan/co-production/engagement.ts';
import { commentedItem } from '../../plan/co-production/engagement-lines.ts';
import {
  mayCompleteEngagement,
  mayCorrectEngagement,
  mayRecordEngagement,
  namedRecorder,
} from '../../plan/co-production/engagement-people.ts';
import type { CoProductionResult, EngagementInput } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Engagement, RowKey } from '../../plan/rows.ts';
import { changesOf, mergeForm } from '../../plan/settings/merge-form.ts';
import type { Queryable } from '../../store/database.ts';
import { lockRow } from '../../store/mirror.ts';
import { type KnownActor, refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { addRow, changeRow, type Said } from '../write-row.ts';
import { engagementKey } from './engagement-key.ts';
import { type Outcome, submit } from './submit.ts';

const LIST = 'Engagement log';

type Ask = Parameters<UseCases['saveEngagement']>[0];

/** Adds an entry to the engagement log, or changes one, once for a submission however often it arrives. */
export async function saveEngagement(deps: WorkflowDeps, ask: Ask): Promise<CoProductionResult> {
  const { engagementKey: key, engagement, base = null } = ask;
  const known = await requireActor(deps, ask.actor, ask.planId);
  if (key === null) requireRecorder(known);
  else requireEntry(known, key);
  const said: Said = { by: known.owner, now: deps.clock.now() };
  const submitted = { ...known, submissionKey: ask.submissionKey, asked: { key, base, engagement } };
  return submit(deps, submitted, async (tx, { submissionId }) =>
    key === null
      ? add(tx, known, engagement, { key: engagementKey(submissionId), said })
      : change(tx, known, { key, base, engagement }, said),
  );
}

/** Whoever may add to the log. @throws AppError `FORBIDDEN` */
export function requireRecorder({ plan, owner }: KnownActor): void {
  if (mayRecordEngagement(plan, owner)) return;
  throw refuse(
    'Only plan managers, people of reference groups and chairs of groups add to the engagement log.',
  );
}

/** An entry that somebody may change. @throws AppError `STALE` where it is gone, `FORBIDDEN` */
export function requireEntry({ plan, owner }: KnownActor, key: RowKey): Engagement {
  const row = plan.engagements.find((one) => one.key === key);
  if (row === undefined) throw entryIsGone();
  if (mayCompleteEngagement(plan, owner, row, commentedItem(plan, key))) return row;
  throw refuse(
    'Only whoever recorded this entry, plan managers, and of a comment those who answer for its item can change it.',
  );
}

async function add(
  tx: Queryable,
  { plan, owner }: KnownActor,
  input: EngagementInput,
  { key, said }: { readonly key: RowKey; readonly said: NonNullable<Said> },
): Promise<Outcome> {
  const judged = judgeEngagement(plan, input, said.now);
  if (judged.problems !== undefined) return judged;
  const recordedBy = namedRecorder(plan, owner);
  const row = { key, itemId: null, ...judged.values, recordedBy };
  await addRow(tx, plan.id, { list: LIST, row, said });
  const unnamed =
    recordedBy === null ? ' Your name does not stand with it; a plan manager can correct it.' : '';
  return {
    words: `Recorded ${judged.values.title} in the engagement log. ${nextStep(judged.values)}${unnamed}`,
  };
}

/** Puts what was typed into the entry as it stands now; what somebody else changed meanwhile is told. */
async function change(
  tx: Queryable,
  { plan, owner }: KnownActor,
  { key, base, engagement }: { key: RowKey; base: EngagementInput | null; engagement: EngagementInput },
  said: NonNullable<Said>,
): Promise<Outcome> {
  const locked = await lockRow(tx, plan.id, LIST, key);
  if (locked === null) throw entryIsGone();
  const row = { key, itemId: locked.itemId, title: '', ...locked.row } as unknown as Engagement;
  const standing = inputOf(row);
  const beside = mayCorrectEngagement(plan, owner, row)
    ? []
    : correctedByOthers(base ?? standing, engagement);
  if (beside.length > 0) return { problems: beside };
  const { checked, ...typed } = engagement;
  const merged = mergeForm(fieldsOf(standing), {
    values: fieldsOf(typed),
    base: base === null ? null : fieldsOf(base),
  });
  if (merged.meanwhile !== undefined) return { problems: merged.meanwhile };
  const input = { ...standing, ...merged.values, ...(checked === undefined ? {} : { checked }) };
  const judged = judgeEngagement(plan, input, said.now);
  if (judged.problems !== undefined) return judged;
  const changes = changesOf(valuesOf(plan, standing, said.now), judged.values);
  if (Object.keys(changes).length === 0)
    return { problems: [{ field: 'outcome', message: 'Nothing was changed.' }] };
  await changeRow(tx, plan.id, { list: LIST, key, standing: locked.row, changes, said });
  return { words: `Saved. ${nextStep(judged.values)}` };
}

/** What stands, as far as it is as it should be; what is not is changed with the rest. */
function valuesOf(plan: Plan, standing: EngagementInput, now: Temporal.Instant): object {
  return judgeEngagement(plan, { ...standing, checked: true }, now).values ?? {};
}

/** What `mergeForm` compares. */
function fieldsOf(input: EngagementInput): Readonly<Record<string, string>> {
  const { checked: _checked, ...fields } = input;
  return fields;
}

function nextStep({ said, answer }: EngagementValues): string {
  if (said === null) return 'Nothing that they said is noted yet.';
  return answer === null
    ? '“You said, we did” says that it is still being looked at, until somebody adds what came of it.'
    : `“You said, we did” tells it under “${answer}”.`;
}

function entryIsGone(): AppError {
  return new AppError({
    code: 'STALE',
    message: 'entry of the engagement log was deleted in SharePoint',
    userMessage: 'This entry is no longer in the Engagement log. Nothing was saved.',
  });
}
