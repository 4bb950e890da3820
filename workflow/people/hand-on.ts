import { applyAnswer } from '../../plan/answers/answers.ts';
import { todayIn } from '../../plan/calendar/dates.ts';
import type { FormProblem, HandOnResult } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { problemsOfWords } from '../../plan/personal/hand-on.ts';
import type { Item, Plan } from '../../plan/plan.ts';
import type { IsoDate, Owner, RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { recordAnswer } from '../../store/record-answer.ts';
import { lockItem } from '../answers/lock-item.ts';
import { rowsIn } from '../answers/plan-changes.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { takeOnce } from '../once.ts';
import type { HandOn } from '../use-cases.ts';
import { baseOf } from '../write-row.ts';

/** An item that is handed on, as it stands now, locked. */
export interface Handed {
  readonly plan: Plan;
  readonly owner: Owner;
  readonly item: Item;
  /** What they say, tidied. */
  readonly words: string;
  readonly now: Temporal.Instant;
  readonly today: IsoDate;
}

/** What becomes of it. */
export type Outcome =
  | {
      /** What its history says. */
      readonly note: string;
      /** Who owns it from now on. Default: as before. */
      readonly newOwner?: RowKey;
      /** What the person is told. */
      readonly words: string;
      readonly problems?: undefined;
    }
  | { readonly problems: readonly FormProblem[] };

interface Answer {
  readonly words: readonly string[];
  readonly problems: readonly FormProblem[];
  readonly nextKey: string;
}

/**
 * Hands an item on, once for a submission however often it arrives: its history, its row and both writes to SharePoint
 * in one transaction.
 * @param decide judges it by the item as it stands, and writes what else there is through `tx`
 * @throws AppError `FORBIDDEN` for people not in the plan, `STALE` for an item that is gone; whatever `decide` throws
 */
export async function handOn(
  deps: WorkflowDeps,
  ask: HandOn & { readonly words: string; readonly checked?: boolean },
  asked: unknown,
  decide: (tx: Queryable, handed: Handed) => Promise<Outcome>,
): Promise<HandOnResult> {
  const { plan, owner } = await requireActor(deps, ask.actor, ask.planId);
  const submitted = { planId: plan.id, ownerKey: owner.key, submissionKey: ask.submissionKey, asked };
  const { answer, repeated } = await takeOnce<Answer>(
    deps,
    submitted,
    async (tx, { submissionId, nextKey }) => {
      await raisePlanVersion(tx, plan.id);
      const standing = await requireItem(tx, plan, ask);
      const now = deps.clock.now();
      const today = todayIn(now, plan.settings.timeZone);
      const words = ask.words.replace(/\r\n?/g, '\n').trim();
      const handed = { ...standing, owner, words, now, today };
      const outcome = await decide(tx, handed);
      const problems = [...(outcome.problems ?? []), ...problemsOfWords(words, ask.checked === true, today)];
      if (outcome.problems !== undefined || problems.length > 0)
        return { answer: { words: [], problems, nextKey }, changed: false };
      await record(tx, handed, { ...outcome, answerId: `${submissionId}/${ask.ref.list[0]}${ask.ref.key}` });
      return { answer: { words: [outcome.words], problems: [], nextKey }, changed: true };
    },
  );
  if (!repeated) deps.nudge();
  return { words: answer.words, problems: answer.problems, submissionKey: answer.nextKey };
}

async function requireItem(tx: Queryable, known: Plan, { ref }: HandOn): Promise<{ plan: Plan; item: Item }> {
  const locked = await lockItem(tx, known, ref);
  if (locked !== null) return locked;
  throw new AppError({
    code: 'STALE',
    message: 'item was deleted before it was handed on',
    userMessage: 'This item is no longer in the plan. Write “my actions” to see what is yours.',
  });
}

/** The words become an update that belongs to no check-in: nobody has said how the item stands. */
async function record(
  tx: Queryable,
  { plan, owner, item, now }: Handed,
  {
    note,
    newOwner,
    answerId,
  }: { readonly note: string; readonly newOwner?: RowKey; readonly answerId: string },
): Promise<void> {
  const input = { ref: item.ref, note, checked: true };
  const applied = applyAnswer({ plan, item, input, by: owner, meeting: null, answerId, now });
  if (applied.problems !== undefined) throw new Error('a note of our own was refused');
  const changes = { ...applied.changes, ...(newOwner === undefined ? {} : { owner: newOwner }) };
  const row = rowsIn(plan, item.ref.list).find(({ key }) => key === item.ref.key);
  await recordAnswer(tx, plan.id, {
    list: item.ref.list,
    key: item.ref.key,
    changes,
    base: baseOf(row ?? {}, changes),
    update: applied.update,
  });
}
