import { createHash } from 'node:crypto';
import { todayIn } from '../../plan/calendar/dates.ts';
import type { FormProblem, ReadingField, ReadingResult } from '../../plan/content.ts';
import { readingsOf } from '../../plan/measures/measures-of.ts';
import { judgeReading, mayRecordReading, recordedWords } from '../../plan/measures/new-reading.ts';
import { buildMeasures } from '../../plan/measures.ts';
import type { Plan } from '../../plan/plan.ts';
import type { IsoDate, Measure, Reading, RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { lockRow } from '../../store/mirror.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { takeOnce } from '../once.ts';
import type { UseCases } from '../use-cases.ts';
import { addRow, changeRow, type Said } from '../write-row.ts';

const LIST = 'Readings';
const TITLE_LIMIT = 255;
const KEY_LENGTH = 27;

interface Answer {
  readonly words: string;
  readonly problems: readonly FormProblem<ReadingField>[];
  readonly nextKey: string;
}

/** Records what a measure stands at, once for a submission however often it arrives; one a day. */
export async function recordReading(
  deps: WorkflowDeps,
  { actor, planId, submissionKey, reading: input }: Parameters<UseCases['recordReading']>[0],
): Promise<ReadingResult> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const meant = plan.measures.find(({ key }) => key === input.measure);
  if (meant !== undefined && !mayRecordReading(plan, owner, meant)) throw mayNot();
  const now = deps.clock.now();
  const submitted = { planId, ownerKey: owner.key, submissionKey, asked: input };
  const { answer, repeated } = await takeOnce<Answer>(deps, submitted, async (tx, { nextKey }) => {
    const judged = judgeReading(plan, input, todayIn(now, plan.settings.timeZone));
    if (judged.problems !== undefined)
      return { answer: { words: '', problems: judged.problems, nextKey }, changed: false };
    const { measure, value, on } = judged;
    await raisePlanVersion(tx, planId);
    const before = await putReading(tx, plan, { measure, value, on }, { by: owner, now });
    const words = recordedWords(measure, { value, on, before });
    return { answer: { words, problems: [], nextKey }, changed: true };
  });
  if (!repeated) deps.nudge();
  const current = (await deps.plans.get(planId)) ?? plan;
  const { words, problems, nextKey } = answer;
  return { words, problems, view: buildMeasures(current, owner, now, nextKey) };
}

interface Read {
  readonly measure: Measure;
  readonly value: number;
  readonly on: IsoDate;
}

/** Puts a figure in the place of that of its day, or adds it. @returns the figure that stood there; `null` for none */
async function putReading(
  tx: Queryable,
  plan: Plan,
  { measure, value, on }: Read,
  said: NonNullable<Said>,
): Promise<number | null> {
  const standing = readingsOf(plan, measure.key).find((reading) => reading.on === on);
  const own = keysOf(measure.key, on);
  for (const key of standing === undefined ? own : [standing.key, ...own]) {
    const row: Reading = {
      key,
      itemId: null,
      title: titleOf(measure, value),
      measure: measure.key,
      value,
      on,
      by: said.by.key,
    };
    if (key !== standing?.key && (await addRow(tx, plan.id, { list: LIST, row, said }))) return null;
    const locked = await lockRow(tx, plan.id, LIST, key);
    if (locked === null) continue;
    const changes = { title: row.title, value, by: row.by };
    await changeRow(tx, plan.id, { list: LIST, key, standing: locked.row, changes, said });
    return typeof locked.row.value === 'number' ? locked.row.value : null;
  }
  throw new Error('a reading found no name that is free');
}

/** Readings of one day have one name, so that two people at once make one row; a row that was deleted keeps its name. */
function keysOf(measure: RowKey, on: IsoDate): readonly RowKey[] {
  const digest = createHash('sha256').update(`${measure}\n${on}`).digest('base64url').slice(0, KEY_LENGTH);
  return Array.from({ length: 20 }, (_, turn) => `reading-${digest}${turn === 0 ? '' : `-${turn + 1}`}`);
}

function titleOf({ title, unit }: Measure, value: number): string {
  return `${title}: ${value}${unit ? ` ${unit}` : ''}`.slice(-TITLE_LIMIT);
}

function mayNot() {
  return refuse('Only plan managers, and people who answer for an item of its theme, record a reading.');
}
