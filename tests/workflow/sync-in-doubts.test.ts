import { describe, expect, test } from '@jest/globals';
import { countUnwritten, queueWrite } from '../../store/outbox.ts';
import { readHeldLists } from '../../store/sync-state.ts';
import { readTroubles } from '../../store/troubles.ts';
import { acceptList } from '../../workflow/lists/reading/accept-list.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../workflow/lists/writing/write-back.ts';
import { letTimePass } from '../store/databases.ts';
import { refusal, withFaultyPlan } from './helpers/faulty-plan.ts';
import { PLAN_ID } from './helpers/sandbox-plan.ts';
import { type PartAnswer, tamper } from './helpers/tamper.ts';

const world = withFaultyPlan();

describe('rows that are gone though nobody deleted them', () => {
  const emptied = (answer: PartAnswer): PartAnswer => ({
    ...answer,
    body: { ...(answer.body as object), value: [] },
  });
  const cut = (keep: number) => (answer: PartAnswer) => {
    const { value, ...body } = answer.body as { value: unknown[] };
    return { ...answer, body: { ...body, value: value.slice(0, keep) } };
  };
  const forgetLinks = () => world.database.query('UPDATE sync_state SET delta_link = NULL');

  test('a list that reads as empty keeps its rows, is written to no more, and is told', async () => {
    const before = await world.planNow();
    await forgetLinks();
    world.answerDeltasOf('Milestones', emptied);
    await syncIn(world.deps, PLAN_ID);
    expect((await world.planNow()).milestones).toEqual(before.milestones);
    expect(await world.troubles()).toEqual([['Milestones', 'LIST_EMPTIED', '']]);
    expect((await readTroubles(world.database, PLAN_ID))[0]?.detail).toEqual({
      count: before.milestones.length,
    });
    expect(await readHeldLists(world.database, PLAN_ID)).toEqual(new Set(['Milestones']));

    const [milestone] = before.milestones;
    await queueWrite(world.database, PLAN_ID, {
      list: 'Milestones',
      key: milestone?.key ?? '',
      kind: 'update',
      changes: { stage: 'In progress' },
      base: { stage: milestone?.stage ?? null },
    });
    await writeBack(world.deps, PLAN_ID);
    expect(await countUnwritten(world.database, PLAN_ID)).toMatchObject({ waiting: 1, dead: 0 });

    // It is looked at again in an hour, and at once when SharePoint says something of it.
    world.site.network = null;
    await syncIn(world.deps, PLAN_ID);
    expect(await readHeldLists(world.database, PLAN_ID)).toEqual(new Set(['Milestones']));
    world.later('PT1H');
    await syncIn(world.deps, PLAN_ID);
    expect(await readHeldLists(world.database, PLAN_ID)).toEqual(new Set());
    expect(await world.troubles()).toEqual([]);
    expect((await world.planNow()).milestones).toHaveLength(before.milestones.length);
    await letTimePass(world.database, { seconds: 60 });
    await writeBack(world.deps, PLAN_ID);
    expect((await world.site.fieldsOf('Milestones', milestone?.itemId ?? 0)).Stage).toBe('In progress');
  });

  test('so does one of which most rows are missing; a few are believed', async () => {
    const before = await world.planNow();
    expect(before.recommendations).toHaveLength(31);
    await forgetLinks();
    world.answerDeltasOf('Recommendations', cut(15));
    await syncIn(world.deps, PLAN_ID);
    expect((await world.planNow()).recommendations).toHaveLength(31);
    expect(await world.troubles()).toEqual([['Recommendations', 'ROWS_VANISHED', '']]);
    expect((await readTroubles(world.database, PLAN_ID))[0]?.detail).toEqual({ count: 16 });

    world.site.network = null;
    const { itemId } = await world.recommendation(20);
    await world.site.editByHand('Recommendations', itemId, { LatestNote: 'Restored' });
    await syncIn(world.deps, PLAN_ID);
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([]);
    expect((await world.planNow()).recommendations).toHaveLength(31);

    await forgetLinks();
    world.answerDeltasOf('Recommendations', cut(16));
    await syncIn(world.deps, PLAN_ID);
    expect((await world.planNow()).recommendations).toHaveLength(16);
    expect(await world.troubles()).toEqual([]);
  });

  test('rows that a person deletes one by one are gone, however many', async () => {
    const added: number[] = [];
    for (let index = 0; index < 12; index += 1)
      added.push(await world.site.addByHand('Engagement log', { Title: `Group ${index}` }));
    await syncIn(world.deps, PLAN_ID);
    for (const itemId of added) await world.site.deleteByHand('Engagement log', itemId);
    await syncIn(world.deps, PLAN_ID);
    expect(await world.database.query('SELECT 1 FROM mirror_engagement_log WHERE NOT deleted')).toEqual([]);
    expect(await world.troubles()).toEqual([]);
  });

  test('a list made anew is not taken for the old one; the old one, restored, is gone on with', async () => {
    const before = await world.planNow();
    const added = await world.site.addByHand('Milestones', { Title: 'Entered while it was gone' });
    // First it is only gone …
    world.site.network = tamper({
      part: (url, answer) => (world.isDeltaOf('Milestones', url) ? refusal(404, 'itemNotFound') : answer),
      lists: (lists) => lists.filter(({ displayName }) => displayName !== 'Milestones'),
    });
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([['Milestones', 'LIST_MISSING', '']]);
    // … then another stands in its place.
    world.site.network = tamper({
      part: (url, answer) => (world.isDeltaOf('Milestones', url) ? refusal(404, 'itemNotFound') : answer),
      lists: (lists) =>
        lists.map((list) =>
          list.displayName === 'Milestones' ? { ...list, id: world.ids.get('Themes') ?? '' } : list,
        ),
    });
    await syncIn(world.deps, PLAN_ID);
    await syncIn(world.deps, PLAN_ID);
    expect((await world.planNow()).milestones).toEqual(before.milestones);
    expect(await world.troubles()).toEqual([['Milestones', 'LIST_REPLACED', '']]);
    expect(await readHeldLists(world.database, PLAN_ID)).toEqual(new Set(['Milestones']));

    world.site.network = null;
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([]);
    expect((await world.planNow()).milestones.at(-1)?.title).toBe('Entered while it was gone');
    await world.site.deleteByHand('Milestones', added);
  });

  test('rows that are meant to be gone are given up when people say so, and what was said of them is kept', async () => {
    const before = await world.planNow();
    await expect(
      acceptList(world.database, { planId: PLAN_ID, list: 'Milestones', apply: true }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await forgetLinks();
    world.answerDeltasOf('Milestones', emptied);
    await syncIn(world.deps, PLAN_ID);
    const [milestone] = before.milestones;
    const write = { list: 'Milestones', key: milestone?.key ?? '', kind: 'update' } as const;
    await queueWrite(world.database, PLAN_ID, { ...write, changes: { stage: 'Complete' } });
    const ask = { planId: PLAN_ID, list: 'Milestones' } as const;
    expect(await acceptList(world.database, { ...ask, apply: false })).toBe(before.milestones.length);
    expect((await world.planNow()).milestones).toEqual(before.milestones);
    expect(await acceptList(world.database, { ...ask, apply: true })).toBe(before.milestones.length);
    expect((await world.planNow()).milestones).toEqual([]);
    expect(await countUnwritten(world.database, PLAN_ID)).toMatchObject({ waiting: 0, dead: 1 });
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([['Milestones', 'WRITES_REFUSED', '']]);
  });

  test('a list made anew is read as the new one when people say so, whatever its rows are numbered', async () => {
    const before = await world.planNow();
    await world.database.query(
      "UPDATE sync_state SET list_id = 'the old one', delta_link = NULL WHERE list = 'Milestones'",
    );
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([['Milestones', 'LIST_REPLACED', '']]);
    await acceptList(world.database, { planId: PLAN_ID, list: 'Milestones', apply: true });
    expect((await world.planNow()).milestones).toEqual([]);
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([]);
    expect((await world.planNow()).milestones.map(({ title }) => title)).toEqual(
      before.milestones.map(({ title }) => title),
    );
  });

  test('a list made anew that never held a row is simply read', async () => {
    await world.database.query("UPDATE sync_state SET list_id = 'another' WHERE list = 'Priorities'");
    await world.database.query(`UPDATE sync_state SET delta_link = NULL WHERE list = 'Priorities'`);
    await syncIn(world.deps, PLAN_ID);
    expect(await world.troubles()).toEqual([]);
    expect((await world.stateOf('Priorities')).listId).toBe(world.ids.get('Priorities'));
  });
});
