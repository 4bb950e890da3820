import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { provisionSite } from '../../graph/provision.ts';
import type { PlanId } from '../../plan/plan.ts';
import { nextDrawingInMs, saveCard } from '../../store/check-in-cards.ts';
import { readDead } from '../../store/dead-writes.ts';
import { countUnwritten, queueWrite } from '../../store/outbox.ts';
import { readTroubles } from '../../store/troubles.ts';
import { readUnwrittenAnswers } from '../../store/unwritten-answers.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { giveUpWrite, repeatWrite } from '../../workflow/lists/writing/repeat-write.ts';
import { writeBack } from '../../workflow/lists/writing/write-back.ts';
import { runMeetings } from '../../workflow/meetings/run-meetings.ts';
import { PLAN_ID } from './helpers/sandbox-plan.ts';
import { openWritingPlan, type WritingPlan } from './helpers/writing-plan.ts';

/** No list of these tests has so many rows. */
const NO_ITEM = 99_999;

let plan: WritingPlan;
beforeAll(async () => {
  plan = await openWritingPlan();
});
afterAll(() => plan?.close());
beforeEach(() => plan.begin());

interface Column {
  readonly id: string;
  readonly name: string;
  readonly choice?: { readonly choices: readonly string[] };
}
const columnsOf = (list: string) => `/sites/${plan.site.site.id}/lists/${list}/columns`;
const columnOf = async (list: string, name: string): Promise<Column> => {
  const { value } = (await plan.site.byHand.get(columnsOf(list))) as { value: Column[] };
  const found = value.find((column) => column.name === name);
  if (found === undefined) throw new Error(`${list} has no column ${name}`);
  return found;
};
/** What somebody who tidies the lists up may do: a choice is gone from a column, until it is put back. */
const takeChoiceAway = async (list: string, name: string, gone: string) => {
  const { id, choice } = await columnOf(list, name);
  const choices = choice?.choices ?? [];
  const write = (left: readonly string[]) =>
    plan.site.byHand.patch(`${columnsOf(list)}/${id}`, { choice: { ...choice, choices: left } });
  await write(choices.filter((one) => one !== gone));
  return { putBack: () => write(choices) };
};
const unwritten = () => countUnwritten(plan.opened.database, PLAN_ID);
const dead = () => readDead(plan.opened.database, PLAN_ID, 10);
const settle = (
  use: typeof repeatWrite,
  outboxId: number,
  persona = 'plan-manager',
  planId: PlanId = PLAN_ID,
) => {
  const found = plan.site.sandbox.directory.personas.find(({ id }) => id === persona);
  const actor = { tenantId: plan.deps.tenantId, entraObjectId: found?.entraObjectId ?? null, email: null };
  return use(plan.deps, { actor, planId, outboxId });
};

describe('a value that SharePoint does not take', () => {
  test('is parted from the others, which are written; it is kept, and the plan shows what SharePoint has', async () => {
    const [row, other] = [await plan.take(), await plan.take()];
    const { putBack } = await takeChoiceAway('Recommendations', 'Stage', 'Waiting on others');
    await plan.answer([row], {
      stage: 'Waiting on others',
      confidence: 'Amber',
      note: 'Ours',
      reason: 'Staff',
    });
    await plan.answer([other], { note: 'Fine' });
    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.fieldsOf(other)).toMatchObject({ LatestNote: 'Fine' });
    expect(await plan.fieldsOf(row)).toMatchObject({
      Stage: 'Not started',
      Confidence: 'Amber',
      LatestNote: 'Ours',
      LatestUpdate: '2022-01-04T10:00:00Z',
    });
    expect(await plan.find(row.number ?? 0)).toMatchObject({ stage: 'Not started', confidence: 'Amber' });
    expect(await plan.historyOf(row)).toMatchObject([{ Stage: 'Waiting on others' }]);
    expect(await dead()).toMatchObject([
      { list: 'Recommendations', key: row.key, kind: 'update', changes: { stage: 'Waiting on others' } },
    ]);
    expect(await unwritten()).toEqual({ waiting: 0, dead: 1 });
    await syncIn(plan.deps, PLAN_ID);
    expect(await readTroubles(plan.opened.database, PLAN_ID)).toMatchObject([
      { list: 'Recommendations', code: 'WRITES_REFUSED', detail: { count: 1 } },
    ]);

    await putBack();
    const [refused] = await dead();
    const state = await settle(repeatWrite, refused?.id ?? 0);
    expect(state).toMatchObject({ kind: 'lists-state', refused: [], waitingCount: 1 });
    expect((await plan.find(row.number ?? 0)).stage).toBe('Waiting on others');
    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.fieldsOf(row)).toMatchObject({ Stage: 'Waiting on others', LatestNote: 'Ours' });
    expect(await unwritten()).toEqual({ waiting: 0, dead: 0 });
  });

  test('in a new row leaves the row there with all the others', async () => {
    const row = await plan.take();
    const { putBack } = await takeChoiceAway('Updates', 'Confidence', 'Amber');
    await plan.answer([row], { stage: 'In progress', confidence: 'Amber', note: 'Ours', reason: 'Staff' });
    await writeBack(plan.deps, PLAN_ID);
    const [written, ...more] = await plan.historyOf(row);
    expect(more).toEqual([]);
    expect(written).toMatchObject({
      Stage: 'In progress',
      Note: 'Ours',
      Reason: 'Staff',
      ByLookupId: expect.any(String),
    });
    expect(written?.Confidence).toBeUndefined();
    expect(await dead()).toMatchObject([
      { list: 'Updates', kind: 'update', changes: { confidence: 'Amber' } },
    ]);
    await putBack();
    const [refused] = await dead();
    await settle(repeatWrite, refused?.id ?? 0);
    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.historyOf(row)).toMatchObject([{ Confidence: 'Amber', Note: 'Ours' }]);
    expect(await unwritten()).toEqual({ waiting: 0, dead: 0 });
  });

  test('in a new row is found again where the process died after the row was made', async () => {
    const row = await plan.take();
    const { putBack } = await takeChoiceAway('Updates', 'Confidence', 'Amber');
    await plan.answer([row], { confidence: 'Amber', note: 'Ours', reason: 'Staff' });
    const { database } = plan.opened;
    const dying = {
      ...plan.deps,
      database: { ...database, transaction: () => Promise.reject(new Error('killed')) },
    };
    await expect(writeBack(dying, PLAN_ID)).rejects.toThrow('killed');
    expect(await plan.historyOf(row)).toHaveLength(1);
    plan.deps = await plan.site.startProcess(database);
    await plan.writeLater();
    expect(await plan.historyOf(row)).toMatchObject([{ Note: 'Ours', Reason: 'Staff' }]);
    expect(await dead()).toMatchObject([{ list: 'Updates', changes: { confidence: 'Amber' } }]);
    await putBack();
  });

  test('because it does not fit its column, or another row has it, is found without asking long', async () => {
    const [row, other] = [await plan.take(), await plan.take()];
    const change = { list: 'Recommendations', kind: 'update' } as const;
    await queueWrite(plan.opened.database, PLAN_ID, {
      ...change,
      key: row.key,
      changes: { priority: 'not a number', evidenceUrl: 'https://example.org/ours' },
      base: { priority: null, evidenceUrl: null },
    });
    await queueWrite(plan.opened.database, PLAN_ID, {
      ...change,
      key: other.key,
      changes: { number: 1 },
      base: { number: other.number },
    });
    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.fieldsOf(row)).toMatchObject({ EvidenceUrl: 'https://example.org/ours' });
    expect(await dead()).toMatchObject([
      { key: row.key, changes: { priority: 'not a number' }, error: 'BAD_INPUT' },
      { key: other.key, changes: { number: 1 }, error: 'duplicate' },
    ]);
    const state = await settle(giveUpWrite, (await dead())[0]?.id ?? 0);
    expect(state).toMatchObject({
      refusedCount: 1,
      refused: [
        {
          list: 'Recommendations',
          title: expect.stringContaining(other.title),
          whatWords: 'Number',
          reasonWords: expect.stringContaining('Another row has the same value'),
        },
      ],
    });
  });

  test('stops nothing while somebody edits the row at the same time', async () => {
    const row = await plan.take();
    const { putBack } = await takeChoiceAway('Recommendations', 'Stage', 'Waiting on others');
    await plan.answer([row], {
      stage: 'Waiting on others',
      confidence: 'Amber',
      note: 'Ours',
      reason: 'Staff',
    });
    let batches = 0;
    plan.site.network = async (input, init) => {
      if (String(input).endsWith('/$batch') && ++batches === 2) await plan.edit(row, { Priority: 3 });
      return fetch(input, init);
    };
    await writeBack(plan.deps, PLAN_ID).finally(() => {
      plan.site.network = null;
    });
    expect(await plan.fieldsOf(row)).toMatchObject({ Confidence: 'Amber', LatestNote: 'Ours', Priority: 3 });
    expect(await dead()).toMatchObject([{ changes: { stage: 'Waiting on others' } }]);
    expect(await unwritten()).toEqual({ waiting: 0, dead: 1 });
    await putBack();
  });
});

describe('a column that is gone', () => {
  test('holds back what is meant for it, and nothing else, until it is there again', async () => {
    const row = await plan.take();
    const { id } = await columnOf('Recommendations', 'EvidenceUrl');
    await plan.site.byHand.delete(`${columnsOf('Recommendations')}/${id}`);
    await plan.answer([row], { stage: 'In progress', evidenceUrl: 'https://example.org/ours', note: 'Ours' });
    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.fieldsOf(row)).toMatchObject({ Stage: 'In progress', LatestNote: 'Ours' });
    expect(await unwritten()).toEqual({ waiting: 1, dead: 0 });
    await plan.answer([row], { note: 'Later' });
    await plan.writeLater();
    expect(await plan.fieldsOf(row)).toMatchObject({ LatestNote: 'Later' });
    await syncIn(plan.deps, PLAN_ID);
    expect(await plan.find(row.number ?? 0)).toMatchObject({ evidenceUrl: 'https://example.org/ours' });

    await provisionSite({ client: plan.site.byHand, siteId: plan.site.site.id });
    plan.deps.setClock('2022-01-04T12:00:00Z');
    await syncIn(plan.deps, PLAN_ID);
    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.fieldsOf(row)).toMatchObject({
      EvidenceUrl: 'https://example.org/ours',
      LatestNote: 'Later',
    });
    expect(await unwritten()).toEqual({ waiting: 0, dead: 0 });
  });

  test('that somebody filled in by hand when it was there again is merged like any edit', async () => {
    const row = await plan.take();
    const { id } = await columnOf('Recommendations', 'EvidenceUrl');
    await plan.site.byHand.delete(`${columnsOf('Recommendations')}/${id}`);
    await plan.answer([row], { evidenceUrl: 'https://example.org/ours', note: 'Ours' });
    await writeBack(plan.deps, PLAN_ID);
    await provisionSite({ client: plan.site.byHand, siteId: plan.site.site.id });
    await plan.edit(row, { EvidenceUrl: 'https://example.org/theirs' });
    plan.deps.setClock('2022-01-04T12:00:00Z');
    await syncIn(plan.deps, PLAN_ID);
    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.fieldsOf(row)).toMatchObject({ EvidenceUrl: 'https://example.org/theirs' });
    expect(await plan.find(row.number ?? 0)).toMatchObject({ evidenceUrl: 'https://example.org/theirs' });
    expect(await plan.conflicts()).toMatchObject([{ fields: [{ property: 'evidenceUrl', kept: 'theirs' }] }]);
    expect(await unwritten()).toEqual({ waiting: 0, dead: 0 });
  });
});

describe('what was refused', () => {
  /** The row is not there for this one write. */
  const refuse = async (
    note: string,
    { meetingOf }: { meetingOf?: (group: string | null) => string } = {},
  ) => {
    const row = await plan.take();
    const meetingKey = meetingOf?.(row.leadGroup) ?? null;
    await plan.answer([row], { stage: 'In progress', note }, { meetingKey });
    plan.site.network = (input, init) => {
      const body =
        typeof init?.body === 'string'
          ? init.body.replace(`/items/${row.itemId}"`, `/items/${NO_ITEM}"`)
          : init?.body;
      return fetch(input, { ...init, body });
    };
    await writeBack(plan.deps, PLAN_ID).finally(() => {
      plan.site.network = null;
    });
    const [refused] = await dead();
    return { row, id: refused?.id ?? 0, meetingKey: refused?.meetingKey ?? '' };
  };

  test('for want of its row is repeated once the row is restored', async () => {
    const { row, id } = await refuse('Restored');
    expect(await settle(repeatWrite, id)).toMatchObject({ refusedCount: 0 });
    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.fieldsOf(row)).toMatchObject({ Stage: 'In progress', LatestNote: 'Restored' });
  });

  test('is repeated without what was said or edited since', async () => {
    const { row, id } = await refuse('First');
    plan.deps.setClock('2022-01-05T10:00:00Z');
    await plan.answer([row], { note: 'Second' });
    await writeBack(plan.deps, PLAN_ID);
    await plan.edit(row, { Priority: 5 });
    await settle(repeatWrite, id);
    await writeBack(plan.deps, PLAN_ID);
    await syncIn(plan.deps, PLAN_ID);
    expect(await plan.fieldsOf(row)).toMatchObject({
      Stage: 'In progress',
      LatestNote: 'Second',
      Priority: 5,
    });
    expect(await plan.find(row.number ?? 0)).toMatchObject({
      stage: 'In progress',
      latestNote: 'Second',
      priority: 5,
    });
  });

  test('is told of on the card of its check-in, closed or not, until it is repeated', async () => {
    const { database } = plan.opened;
    plan.deps.setClock('2022-01-10T09:00:00Z');
    await runMeetings(plan.deps, await plan.now());
    const { meetings } = await plan.now();
    const { id, meetingKey } = await refuse('In the check-in', {
      meetingOf: (group) => meetings.find((meeting) => meeting.group === group)?.key ?? '',
    });
    const counts = () => readUnwrittenAnswers(database, PLAN_ID, meetingKey);
    expect(await counts()).toMatchObject({ waitingCount: 0, refusedCount: 1 });
    const at = { conversationId: 'channel', activityId: 'card', serviceUrl: 'https://teams/' };
    await saveCard(database, { planId: PLAN_ID, meetingKey, ...at });
    await database.query(`UPDATE mirror_meetings SET "row" = "row" || '{"state":"Closed"}'`);
    expect(await nextDrawingInMs(database)).toBeNull();
    await settle(repeatWrite, id);
    expect(await nextDrawingInMs(database)).toBe(0);
    expect(await counts()).toMatchObject({ waitingCount: 1, refusedCount: 0 });
    await writeBack(plan.deps, PLAN_ID);
    expect(await counts()).toMatchObject({ waitingCount: 0, refusedCount: 0 });
  });

  test('is not repeated while its row is deleted, which is said with what to do', async () => {
    const row = await plan.take();
    await plan.answer([row], { note: 'Too late' });
    await plan.site.deleteByHand('Recommendations', row.itemId);
    await writeBack(plan.deps, PLAN_ID);
    const [refused] = await dead();
    await expect(settle(repeatWrite, refused?.id ?? 0)).rejects.toMatchObject({
      code: 'STALE',
      userMessage: expect.stringMatching(/list Recommendations.*Try again/),
    });
    expect(await settle(giveUpWrite, refused?.id ?? 0)).toMatchObject({ refusedCount: 0 });
  });

  test('is given up: the plan shows what SharePoint has, and the history what was said', async () => {
    const { row, id } = await refuse('Given up');
    expect(await settle(giveUpWrite, id)).toMatchObject({ refusedCount: 0, waitingCount: 0 });
    expect(await plan.find(row.number ?? 0)).toMatchObject({ stage: 'Not started', latestNote: null });
    expect(await plan.historyOf(row)).toMatchObject([{ Note: 'Given up' }]);
    for (const use of [giveUpWrite, repeatWrite])
      await expect(settle(use, id)).rejects.toMatchObject({ code: 'STALE' });
  });

  test('is settled by plan managers of its own plan only', async () => {
    const { id } = await refuse('Not theirs');
    for (const use of [giveUpWrite, repeatWrite]) {
      await expect(settle(use, id, 'director')).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(settle(use, id, 'outsider')).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(settle(use, id, 'plan-manager', 'another-plan')).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    expect(await unwritten()).toMatchObject({ dead: 1 });
  });
});
