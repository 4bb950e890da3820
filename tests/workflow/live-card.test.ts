import { beforeEach, describe, expect, test } from '@jest/globals';
import { markOpenCardsDirty, nextDrawingInMs } from '../../store/check-in-cards.ts';
import type { SqlValue } from '../../store/database.ts';
import { recordCheckInCard } from '../../workflow/meetings/open-check-in.ts';
import { refreshCards } from '../../workflow/meetings/refresh-cards.ts';
import { runDue } from '../../workflow/run-due.ts';
import { makeMeeting } from '../helpers/make-plan.ts';
import { emptyDatabase } from '../store/databases.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { answerThrough, letRest, MEETING, OPENS, PLAN, postAlso } from './helpers/live-card.ts';
import { makeDeps } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

openOwnProcess(PLAN);
beforeEach(async () => {
  deps.setClock(OPENS);
  await runDue(deps);
});

const answer = (submissionKey: string) => answerThrough(deps, submissionKey);
const rested = () => letRest(database);
const drawn = () => deps.messenger.updated.map(({ at, content }) => [at.activityId, content.kind]);

describe('the card', () => {
  test('shows an answer soon after it was given, in one drawing for several', async () => {
    await answer('card-0001');
    await answer('card-0002');
    await refreshCards(deps);
    await refreshCards(deps);
    expect(deps.messenger.updated).toMatchObject([
      { at: { conversationId: 'channel-1', activityId: 'activity-1' }, content: { answeredCount: 1 } },
    ]);
  });

  test('rests after each drawing, and then shows all that came meanwhile', async () => {
    await answer('card-0001');
    await refreshCards(deps);
    await answer('card-0002');
    await answer('card-0003');
    await refreshCards(deps);
    expect(drawn()).toHaveLength(1);
    await rested();
    await refreshCards(deps);
    expect(drawn()).toHaveLength(2);
    expect(JSON.stringify(deps.messenger.updated.at(-1)?.content)).toContain('Said in card-0003');
  });

  test('is drawn by one of several replicas, and an older drawing never follows a newer', async () => {
    const replica = makeDeps({ database });
    const isDrawing = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const order: string[] = [];
    const slow = {
      ...deps,
      messenger: {
        ...deps.messenger,
        update: async (message: Parameters<typeof deps.messenger.update>[0]) => {
          isDrawing.resolve();
          await goOn.promise;
          order.push('first');
          return deps.messenger.update(message);
        },
      },
    };
    await answer('card-0001');
    const first = refreshCards(slow);
    await isDrawing.promise;
    await answer('card-0002');
    expect(await refreshCards(replica)).toBe(0);
    goOn.resolve();
    await first;
    await rested();
    await refreshCards(replica);
    expect(order).toEqual(['first']);
    expect(JSON.stringify(replica.messenger.updated)).toContain('Said in card-0002');
  });

  test('that was posted again on request is kept up to date beside the first', async () => {
    await postAlso(deps, 'by-message');
    await answer('card-0001');
    await refreshCards(deps);
    expect(drawn().toSorted()).toEqual([
      ['activity-1', 'check-in'],
      ['by-message', 'check-in'],
    ]);
  });

  test('is looked at once each time, also where it is out of date again at once', async () => {
    await answer('card-0001');
    const restless = {
      ...deps.database,
      query: async <Row>(sql: string, params?: readonly SqlValue[]) => {
        const rows = await database.query<Row>(sql, params);
        if (sql.includes('drawing_until = NULL'))
          await database.query('UPDATE check_in_card SET dirty = true');
        await rested();
        return rows;
      },
    };
    expect(await refreshCards({ ...deps, database: restless })).toBe(1);
    expect(drawn()).toHaveLength(1);
  });

  test('that would look the same is not drawn again', async () => {
    await answer('card-0001');
    await refreshCards(deps);
    await rested();
    await markOpenCardsDirty(database, 'plan-1');
    await refreshCards(deps);
    expect(drawn()).toHaveLength(1);
  });

  test('that was answered while it was being posted shows it', async () => {
    await emptyDatabase(database);
    await fillMirror(database, {
      ...PLAN,
      meetings: [makeMeeting({ key: MEETING, startsAt: '2022-01-10T10:00:00Z', state: 'Open' })],
    });
    let answering: Promise<unknown> = Promise.resolve();
    deps.messenger.answer = (message) => {
      if ('to' in message && message.content.kind === 'check-in') answering = answer('card-0001');
      return { status: 'sent', conversationId: 'channel-1', activityId: 'activity-1' };
    };
    const send = deps.messenger.send;
    const slow = {
      ...deps,
      messenger: {
        ...deps.messenger,
        send: async (message: Parameters<typeof send>[0]) => {
          const outcome = await send(message);
          await answering;
          return outcome;
        },
      },
    };
    await runDue(slow);
    await rested();
    await refreshCards(deps);
    expect(deps.messenger.updated.at(-1)).toMatchObject({ content: { answeredCount: 1 } });
  });

  test('that cannot be drawn holds up no other, and is drawn later', async () => {
    await fillMirror(database, { ...PLAN, id: 'plan-2', meetings: [makeMeeting({ key: MEETING })] });
    await recordCheckInCard(deps, {
      planId: 'plan-2',
      meetingKey: MEETING,
      at: { conversationId: 'channel-of-2', activityId: 'a' },
      serviceUrl: 'https://teams/',
    });
    await answer('card-0001');
    await database.query('UPDATE check_in_card SET dirty = true');
    const broken = {
      ...deps,
      plans: {
        ...deps.plans,
        get: (planId: string) =>
          planId === 'plan-1' ? Promise.reject(new Error('database away')) : deps.plans.get(planId),
      },
    };
    await refreshCards(broken);
    const drawnIn = () => deps.messenger.updated.map(({ at }) => at.conversationId);
    expect(drawnIn()).toEqual(['channel-of-2']);
    await rested();
    await refreshCards(deps);
    expect(drawnIn()).toEqual(['channel-of-2', 'channel-1']);
  });
});

describe('answers that wait for SharePoint', () => {
  const waitingCounts = () =>
    deps.messenger.updated.map(({ content }) => (content.kind === 'check-in' ? content.waitingCount : null));

  test('are counted on the card, which is drawn again when the last of them is there', async () => {
    await answer('card-0001');
    await answer('card-0002');
    await refreshCards(deps);
    await rested();
    await refreshCards(deps);
    expect(waitingCounts()).toEqual([2]);
    await database.query("UPDATE outbox SET state = 'written' WHERE answer_key LIKE '%card-0001%'");
    await refreshCards(deps);
    expect(waitingCounts()).toEqual([2]);
    await database.query("UPDATE outbox SET state = 'written'");
    await refreshCards(deps);
    await refreshCards(deps);
    expect(waitingCounts()).toEqual([2, 0]);
  });

  test.each([
    ['meeting was deleted', "DELETE FROM mirror_meetings WHERE plan_id = 'plan-1'"],
    ['plan is gone', "DELETE FROM plan_site WHERE plan_id = 'plan-1'"],
  ])('are told of no more on the card whose %s, and it rests', async (_what, lose) => {
    await answer('card-0001');
    await refreshCards(deps);
    await rested();
    await database.query("UPDATE outbox SET state = 'written'");
    await database.query(lose);
    await database.query('UPDATE plan_site SET version = version + 1');
    expect(await refreshCards(deps)).toBe(1);
    expect(await nextDrawingInMs(database)).toBeNull();
    expect(waitingCounts()).toEqual([1]);
  });

  test('are told apart from those that SharePoint refused', async () => {
    await answer('card-0001');
    await refreshCards(deps);
    await database.query("UPDATE outbox SET state = CASE list WHEN 'Updates' THEN 'written' ELSE 'dead' END");
    await rested();
    await refreshCards(deps);
    expect(deps.messenger.updated.map(({ content }) => content)).toMatchObject([
      { waitingCount: 1, refusedCount: 0 },
      { waitingCount: 0, refusedCount: 1 },
    ]);
    expect(await nextDrawingInMs(database)).toBeNull();
  });

  test('are told of in what is answered, where they take long', async () => {
    expect(await answer('card-0001')).toMatchObject({ isHeldUp: false });
    await database.query("UPDATE outbox SET made_at = now() - interval '2 minutes'");
    expect(await answer('card-0002')).toMatchObject({ isHeldUp: true });
  });
});
