import { beforeEach, describe, expect, test } from '@jest/globals';
import { type CheckInCard, nextDrawingInMs } from '../../store/check-in-cards.ts';
import { refreshCards } from '../../workflow/meetings/refresh-cards.ts';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { runDue, sendDue } from '../../workflow/run-due.ts';
import { makeMeeting } from '../helpers/make-plan.ts';
import { putRows } from './helpers/fill-mirror.ts';
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
const posted = () => deps.messenger.of('check-in').length;
const cards = () =>
  database.query<Pick<CheckInCard, 'activityId' | 'superseded'>>(
    'SELECT activity_id AS "activityId", superseded FROM check_in_card ORDER BY activity_id',
  );
const states = () => database.query('SELECT failures, dirty FROM check_in_card ORDER BY activity_id');
/** Teams refuses updates of these cards, and takes new ones as `anew-1`, `anew-2` … unless `send` says otherwise. */
const refuseUpdates = ({
  of = ['activity-1'],
  update = PERMANENT,
  send,
}: {
  of?: readonly string[];
  update?: SendOutcome;
  send?: SendOutcome;
} = {}) => {
  let posts = 0;
  deps.messenger.answer = (message) => {
    if ('at' in message)
      return of.includes(message.at.activityId) ? update : { status: 'sent', ...message.at };
    posts += 1;
    return send ?? { status: 'sent', conversationId: 'channel-1', activityId: `anew-${posts}` };
  };
};
const PERMANENT: SendOutcome = { status: 'permanent', code: 'ActivityNotFound' };
const AMBIGUOUS: SendOutcome = { status: 'ambiguous', code: 'HTTP502' };
const THROTTLED: SendOutcome = { status: 'throttled', retryAfterMs: 1, code: 'HTTP429' };

describe('while Teams is out of order', () => {
  test('a card is tried ever more rarely, gives way to none, and shows all in the end', async () => {
    await answer('card-0001');
    refuseUpdates({ update: AMBIGUOUS, send: AMBIGUOUS });
    const restsMs: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await sendDue(deps);
      restsMs.push((await nextDrawingInMs(database)) ?? 0);
      await rested();
    }
    expect(restsMs).toEqual(restsMs.toSorted((one, other) => one - other));
    expect(restsMs.at(-1)).toBeGreaterThan(32_000);
    expect(restsMs.at(-1)).toBeLessThanOrEqual(60_000);
    deps.messenger.answer = null;
    await sendDue(deps);
    expect(deps.messenger.updated.at(-1)).toMatchObject({ content: { answeredCount: 1 } });
    expect([posted(), drawn().length]).toEqual([1, 6]);
    expect(await states()).toEqual([{ failures: 0, dirty: false }]);
  });

  test('how often a card was tried is not forgotten where Teams asks to wait, or we fail', async () => {
    await answer('card-0001');
    refuseUpdates({ update: AMBIGUOUS });
    await sendDue(deps);
    await rested();
    refuseUpdates({ update: THROTTLED });
    await sendDue(deps);
    await rested();
    const get = () => Promise.reject(new Error('database away'));
    await refreshCards({ ...deps, plans: { ...deps.plans, get } });
    expect(await states()).toEqual([{ failures: 1, dirty: true }]);
  });

  test('a card may have been drawn: one that goes back to how it was is drawn all the same', async () => {
    await answer('card-0001');
    await sendDue(deps);
    await database.query('UPDATE check_in_card SET dirty = true, failures = 1');
    await rested();
    await sendDue(deps);
    expect(drawn()).toHaveLength(2);
  });

  test('a card that another stands for is told to say so later', async () => {
    await postAlso(deps, 'by-message');
    await answer('card-0001');
    refuseUpdates();
    await sendDue(deps);
    for (const update of [
      AMBIGUOUS,
      { status: 'sent', conversationId: 'channel-1', activityId: 'activity-1' } as const,
    ]) {
      refuseUpdates({ update });
      await rested();
      await sendDue(deps);
    }
    expect(drawn().filter(([, kind]) => kind === 'superseded')).toHaveLength(2);
    await rested();
    await sendDue(deps);
    expect(drawn().filter(([, kind]) => kind === 'superseded')).toHaveLength(2);
  });
});

describe('a card that Teams does not let be changed', () => {
  test('gives way to a new one, which is kept up to date, and says so', async () => {
    await answer('card-0001');
    refuseUpdates();
    await sendDue(deps);
    await sendDue(deps);
    expect(posted()).toBe(2);
    expect(deps.messenger.of('check-in').at(-1)).toMatchObject({
      answeredCount: 1,
      waitingCount: 1,
      to: { kind: 'channel', channelId: 'channel-1' },
    });
    expect(await cards()).toEqual([
      { activityId: 'activity-1', superseded: true },
      { activityId: 'anew-1', superseded: false },
    ]);
    expect(drawn()).toEqual([
      ['activity-1', 'check-in'],
      ['activity-1', 'superseded'],
    ]);
    await answer('card-0002');
    await rested();
    await sendDue(deps);
    expect(drawn().slice(2)).toEqual([['anew-1', 'check-in']]);
    expect(posted()).toBe(2);
  });

  test('is drawn once Teams takes it again, and its failures are forgotten', async () => {
    await answer('card-0001');
    for (const outcome of [THROTTLED, AMBIGUOUS, AMBIGUOUS]) {
      refuseUpdates({ update: outcome });
      await sendDue(deps);
      await rested();
    }
    deps.messenger.answer = null;
    await sendDue(deps);
    expect(drawn()).toHaveLength(4);
    expect(posted()).toBe(1);
    expect(await states()).toEqual([{ failures: 0, dirty: false }]);
  });

  test('is not forgotten while Teams asks to wait with the new one, and gives way to one only', async () => {
    await answer('card-0001');
    refuseUpdates({ send: THROTTLED });
    for (let round = 0; round < 3; round += 1) {
      await sendDue(deps);
      await answer(`card-0002-${round}`);
      await rested();
    }
    expect(await cards()).toEqual([{ activityId: 'activity-1', superseded: false }]);
    refuseUpdates();
    await sendDue(deps);
    expect(await cards()).toEqual([
      { activityId: 'activity-1', superseded: true },
      { activityId: 'anew-1', superseded: false },
    ]);
  });

  test.each([
    ['was refused too', PERMANENT],
    ['may have been posted', AMBIGUOUS],
  ])('is kept, and shows all once Teams lets it be changed, where the new one %s', async (_what, send) => {
    await answer('card-0001');
    refuseUpdates({ send });
    await sendDue(deps);
    await sendDue(deps);
    expect([posted(), drawn()]).toEqual([2, [['activity-1', 'check-in']]]);
    await rested();
    deps.messenger.answer = null;
    await sendDue(deps);
    expect(drawn()).toHaveLength(2);
    expect(deps.messenger.updated.at(-1)).toMatchObject({
      at: { activityId: 'activity-1' },
      content: { answeredCount: 1 },
    });
    expect(await states()).toEqual([{ failures: 0, dirty: false }]);
    expect(await cards()).toEqual([{ activityId: 'activity-1', superseded: false }]);
  });

  test('gives way to no second one where the first may have been posted', async () => {
    await answer('card-0001');
    refuseUpdates({ send: AMBIGUOUS });
    for (let round = 0; round < 3; round += 1) {
      await sendDue(deps);
      await answer(`card-0002-${round}`);
      await rested();
    }
    expect(posted()).toBe(2);
    expect(await cards()).toEqual([{ activityId: 'activity-1', superseded: false }]);
  });

  test('nor where the process died while posting it', async () => {
    await answer('card-0001');
    refuseUpdates();
    await refreshCards(deps);
    const dying = makeDeps({ database });
    dying.setClock(OPENS);
    dying.messenger.answer = () => {
      throw new Error('the process died');
    };
    await expect(sendDue(dying)).rejects.toThrow('the process died');
    await database.query("UPDATE notice SET not_before = now() - interval '1 hour' WHERE state = 'sending'");
    await answer('card-0002');
    await rested();
    await sendDue(deps);
    await sendDue(deps);
    expect(posted()).toBe(1);
    expect(dying.messenger.of('check-in')).toHaveLength(1);
  });

  test('whose process died before the new one was planned is looked at by another', async () => {
    await answer('card-0001');
    const dying = makeDeps({ database });
    dying.messenger.answer = () => PERMANENT;
    const dies = () => Promise.reject(new Error('the process died'));
    const dead = { ...dying, database: { ...database, query: database.query, transaction: dies } };
    await refreshCards(dead);
    await database.query("UPDATE check_in_card SET drawing_until = now() - interval '1 second'");
    refuseUpdates();
    await sendDue(deps);
    await sendDue(deps);
    expect(posted()).toBe(2);
  });

  test('leaves it to another card of the same check-in where there is one', async () => {
    await postAlso(deps, 'by-message');
    await answer('card-0001');
    refuseUpdates();
    await sendDue(deps);
    await rested();
    await sendDue(deps);
    expect(posted()).toBe(1);
    expect(await cards()).toEqual([
      { activityId: 'activity-1', superseded: true },
      { activityId: 'by-message', superseded: false },
    ]);
    expect(drawn()).toContainEqual(['by-message', 'check-in']);
  });

  test('nor two that are refused at once: one new card stands for both', async () => {
    await postAlso(deps, 'by-message');
    await answer('card-0001');
    refuseUpdates({ of: ['activity-1', 'by-message'] });
    for (let round = 0; round < 3; round += 1) {
      await sendDue(deps);
      await rested();
    }
    expect(posted()).toBe(2);
    expect((await cards()).filter(({ superseded }) => !superseded)).toEqual([
      { activityId: 'anew-1', superseded: false },
    ]);
  });

  test('gives way to a new one that says that the check-in is closed', async () => {
    await putRows(database, 'plan-1', 'Meetings', [
      makeMeeting({ key: MEETING, startsAt: '2022-01-10T10:00:00Z', state: 'Closed' }),
    ]);
    await database.query('UPDATE plan_site SET version = version + 1');
    await database.query('UPDATE check_in_card SET dirty = true');
    refuseUpdates();
    await sendDue(deps);
    await sendDue(deps);
    expect(deps.messenger.of('check-in').at(-1)).toMatchObject({ state: 'closed' });
  });
});
