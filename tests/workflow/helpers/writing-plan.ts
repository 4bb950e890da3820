import { expect } from '@jest/globals';
import type { AnswerInput } from '../../../plan/content.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Recommendation } from '../../../plan/rows.ts';
import { isoInstant } from '../../../store/iso-instant.ts';
import { answerItems } from '../../../workflow/answers/answer-items.ts';
import { syncIn } from '../../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../../workflow/lists/writing/write-back.ts';
import { emptyDatabase, letTimePass, openTestDatabase, type TestDatabase } from '../../store/databases.ts';
import type { TestProcess } from './make-deps.ts';
import { type KnownRecommendation, planOf, recommendationOf } from './plan-of.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from './sandbox-plan.ts';

/** The sample plan in a sandbox, answered, edited by hand and written back to. */
export interface WritingPlan {
  readonly site: SandboxPlan;
  readonly opened: TestDatabase;
  deps: TestProcess;
  /** Starts with a new database that has read everything; it is 4 January 2022, 10:00, days before SharePoint's time. */
  begin(): Promise<void>;
  now(): Promise<Plan>;
  find(number: number): Promise<KnownRecommendation>;
  /** An open recommendation that no test has used yet: each takes its own, for they share one site. */
  take(): Promise<KnownRecommendation>;
  /** Somebody, the plan manager unless said otherwise, says the same of some recommendations. */
  answer(
    rows: readonly Recommendation[],
    said: Omit<AnswerInput, 'ref'>,
    by?: { readonly persona?: string; readonly meetingKey?: string | null },
  ): Promise<void>;
  edit(
    row: { readonly itemId: number },
    fields: Readonly<Record<string, unknown>>,
    persona?: string,
  ): Promise<void>;
  fieldsOf(row: { readonly itemId: number }): Promise<Record<string, unknown>>;
  /** Updates of an item in SharePoint. */
  historyOf(row: { readonly itemId: number }): Promise<Record<string, unknown>[]>;
  outbox(): Promise<
    { list: string; state: string; error: string | null; changes: Record<string, unknown> }[]
  >;
  conflicts(): Promise<
    { saidBy: string; fields: object[]; editedBy: string | null; editedAt: string | null }[]
  >;
  /** Ids of the people that the ledger says are told of a conflict, by persona. */
  told(): Promise<string[]>;
  /** Writes back what was put off, too. */
  writeLater(): Promise<void>;
  close(): Promise<void>;
}

export async function openWritingPlan(): Promise<WritingPlan> {
  const [site, opened] = await Promise.all([startSandboxPlan(), openTestDatabase()]);
  const { database } = opened;
  await site.importSample({ apply: true });
  const unused = [2, 3, 4, 5, 6, 10, 12, 14, 16, 17, 18, 19, 20, 21, 24, 25, 26, 27, 28, 29, 30, 31];
  const { personas } = site.sandbox.directory;
  let submissions = 0;

  const plan: WritingPlan = {
    site,
    opened,
    deps: await site.startProcess(database),
    async begin() {
      await emptyDatabase(database);
      site.letTimePass(600);
      plan.deps = await site.startProcess(database);
      plan.deps.setClock('2022-01-04T10:00:00Z');
      await syncIn(plan.deps, PLAN_ID);
    },
    now: () => planOf(plan.deps),
    find: (number) => recommendationOf(plan.deps, number),
    take: () => plan.find(unused.shift() ?? 0),
    async answer(rows, said, { persona = 'plan-manager', meetingKey = null } = {}) {
      const entraObjectId = personas.find(({ id }) => id === persona)?.entraObjectId ?? null;
      const result = await answerItems(plan.deps, {
        actor: { tenantId: plan.deps.tenantId, entraObjectId, email: null },
        planId: PLAN_ID,
        meetingKey,
        submissionKey: `submission-${++submissions}`,
        answers: rows.map(({ key }) => ({ ref: { list: 'Recommendations', key }, ...said })),
      });
      expect(result).toMatchObject({ savedCount: rows.length, problems: [] });
    },
    edit: ({ itemId }, fields, persona) => site.editByHand('Recommendations', itemId, fields, persona),
    fieldsOf: ({ itemId }) => site.fieldsOf('Recommendations', itemId),
    async historyOf({ itemId }) {
      return (await site.rowsOf('Updates')).filter(
        (row) => row.ItemList === 'Recommendations' && Number(row.ItemId) === itemId,
      );
    },
    outbox: () => database.query('SELECT list, state, last_error AS error, changes FROM outbox ORDER BY id'),
    conflicts: () =>
      database.query(
        `SELECT said_by AS "saidBy", fields, edited_by AS "editedBy",
           ${isoInstant('edited_at')} AS "editedAt"
         FROM row_conflict ORDER BY id`,
      ),
    async told() {
      const rows = await database.query<{ id: string }>(
        `SELECT recipient->>'entraObjectId' AS id FROM notice WHERE kind = 'conflict' ORDER BY notice.id`,
      );
      return rows.map(({ id }) => personas.find((one) => one.entraObjectId === id)?.id ?? id);
    },
    async writeLater() {
      await letTimePass(database, { seconds: 600 });
      site.letTimePass(600);
      await writeBack(plan.deps, PLAN_ID);
    },
    async close() {
      await opened.close();
      await site.stop();
    },
  };
  return plan;
}
