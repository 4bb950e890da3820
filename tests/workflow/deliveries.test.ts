import { beforeEach, describe, expect, test } from '@jest/globals';
import { planNotices } from '../../store/ledger.ts';
import { saveHandover } from '../../store/notice-ledger.ts';
import { forgetUnreachable, saveUnreachable } from '../../store/unreachable-people.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { forgetOldNotices } from '../../workflow/deliveries/forget-notices.ts';
import { noteTroubles } from '../../workflow/lists/state/note-troubles.ts';
import { deliverNotices } from '../../workflow/notices/deliver-notices.ts';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { runDue } from '../../workflow/run-due.ts';
import type { Actor, UseCases } from '../../workflow/use-cases.ts';
import { makeOwner } from '../helpers/make-plan.ts';
import { letTimePass } from '../store/databases.ts';
import { DUE, ON_THE_DAY, PLAN, runAt, sentBy } from './helpers/due-on-the-day.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

const MANAGER = makeOwner({
  key: 'manager',
  itemId: 8,
  title: 'Plan manager',
  roles: ['Plan manager'],
  groups: [],
});
const SECOND = makeOwner({
  key: 'second',
  itemId: 9,
  title: 'Second manager',
  roles: ['Plan manager'],
  groups: [],
});
const WITH_MANAGERS = { ...PLAN, owners: [...PLAN.owners, MANAGER, SECOND] };
const actorOf = ({ entraObjectId }: typeof MANAGER): Actor => ({
  tenantId: TENANT,
  entraObjectId,
  email: null,
});
const [manager, second, member] = [actorOf(MANAGER), actorOf(SECOND), actorOf(makeOwner())];
const planId = PLAN.id;

let useCases: UseCases;
openOwnProcess(WITH_MANAGERS);
beforeEach(() => {
  useCases = createUseCases(deps);
});

const UNCLEAR: SendOutcome = { status: 'ambiguous', code: 'TimedOut' };
/** The alert to the group and the reminder to its owner fell due, and each came to this. */
const fallsDue = async (outcome: SendOutcome) => {
  deps.messenger.answer = () => outcome;
  await runAt(deps, ON_THE_DAY);
  deps.messenger.answer = null;
  deps.messenger.sent.length = 0;
};
/** The process dies while it sends both; another one finds them. */
const fallsDueAndDies = async () => {
  deps.messenger.answer = () => {
    throw new Error('killed');
  };
  deps.setClock(ON_THE_DAY);
  await expect(runDue(deps)).rejects.toThrow('killed');
  deps.messenger.answer = null;
  await letTimePass(database, { seconds: 3_600 });
  await runAt(deps, `${DUE}T09:10:00Z`);
};
const view = (actor = manager, page = 0) => useCases.viewDeliveries({ actor, planId, page });
const openOf = async (kindWords: string) => {
  const found = (await view()).open.find((delivery) => delivery.kindWords === kindWords);
  if (!found) throw new Error(`No ${kindWords} is open`);
  return { planId, noticeId: found.noticeId, attempt: found.attempt };
};
const attempts = (noticeId: number) =>
  database.query('SELECT outcome, code, decided_by AS by FROM delivery WHERE notice_id = $1 ORDER BY id', [
    noticeId,
  ]);

describe('the ledger of a fortnight', () => {
  test('tells a plan manager of everything, anybody else of the channels alone', async () => {
    await fallsDue(UNCLEAR);
    const line = { reached: 0, notReached: 0, unclear: 1, waiting: 0, nothingToSay: 0 };
    const alerts = { ...line, kindWords: 'Milestone alerts' };
    expect(await view()).toMatchObject({
      scope: 'all',
      counts: [alerts, { ...line, kindWords: 'Reminders' }],
      open: [
        { whoName: 'SEND group owner', kindWords: 'Reminder' },
        { whoName: 'SEND', kindWords: 'Milestone alert' },
      ],
    });
    const others = await view(member);
    expect(others).toMatchObject({ scope: 'channels', counts: [alerts], open: [], unwritten: [] });
    expect(others.unreached).toMatchObject([{ whoName: 'SEND' }]);
  });

  test('goes back by fortnights, as far as there is something', async () => {
    await fallsDue({ status: 'permanent', code: 'BadArgument' });
    expect(await view()).toMatchObject({ hasOlder: false, counts: { length: 2 } });
    deps.setClock('2022-03-07T09:00:00Z');
    expect(await view()).toMatchObject({ hasOlder: true, counts: [], unreached: [] });
    expect(await view(manager, 1)).toMatchObject({ hasOlder: false, counts: { length: 2 } });
    expect(await view(manager, -7)).toMatchObject({ page: 0 });
  });

  test('holds what covers several plans in each plan of the person, and nowhere else', async () => {
    await fillMirror(database, { ...WITH_MANAGERS, id: 'plan-2', recommendations: [], groups: [] });
    await fillMirror(database, {
      ...WITH_MANAGERS,
      id: 'plan-3',
      owners: [MANAGER],
      groups: [],
      recommendations: [],
    });
    await fallsDue(UNCLEAR);
    const opens = async (id: string) =>
      (await useCases.viewDeliveries({ actor: manager, planId: id })).open.map((one) => one.kindWords);
    expect(await opens(planId)).toEqual(['Reminder', 'Milestone alert']);
    expect(await opens('plan-2')).toEqual(['Reminder']);
    expect(await opens('plan-3')).toEqual([]);
  });
});

describe('“Send again”', () => {
  test('sends once, however often it is pressed and by whomever, and keeps both attempts', async () => {
    await fallsDue(UNCLEAR);
    const ask = await openOf('Milestone alert');
    const press = (actor: Actor) => useCases.sendAgain({ actor, ...ask });
    const answers = await Promise.all([manager, second, manager, second].map(press));
    expect(answers.filter(({ words }) => words.includes('it is sent again now'))).toHaveLength(1);
    expect(answers.filter(({ words }) => /asked for it .* waits to be sent/.test(words))).toHaveLength(3);
    expect(deps.nudges()).toBe(1);

    await deliverNotices(deps);
    expect(sentBy(deps)).toEqual([['alert', 'channel-1']]);
    const after = await press(second);
    expect(after.words).toContain('it went out on Mon 14 Feb 2022, 09:00. Nothing more is sent.');
    await runAt(deps, `${DUE}T09:05:00Z`);
    expect(sentBy(deps)).toHaveLength(1);
    expect(after.deliveries.decided).toMatchObject([
      {
        whoName: 'SEND',
        words: expect.stringMatching(/^Asked for again by .* manager, .* Sent again Mon 14 Feb/),
      },
    ]);
    expect(await attempts(ask.noticeId)).toEqual([
      { outcome: 'ambiguous', code: 'TimedOut', by: null },
      { outcome: 'due', code: 'SendAgain', by: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      { outcome: 'sent', code: null, by: null },
    ]);
  });

  test('does nothing on a card of before the last attempt', async () => {
    await fallsDue(UNCLEAR);
    const ask = await openOf('Reminder');
    await useCases.sendAgain({ actor: manager, ...ask });
    deps.messenger.answer = () => UNCLEAR;
    await deliverNotices(deps);
    const late = await useCases.sendAgain({ actor: second, ...ask });
    expect(late.words).toContain('Look at it anew below');
    expect(late.deliveries.open).toMatchObject([{ noticeId: ask.noticeId, attempt: 2 }, {}]);
    expect((await useCases.markArrived({ actor: second, ...ask })).words).toContain('Look at it anew');
    await deliverNotices(deps);
    expect(sentBy(deps)).toHaveLength(1);
  });

  test('sends what Teams refused, as long as it is timely', async () => {
    await fallsDue({ status: 'permanent', code: 'BadArgument' });
    const ask = await openOf('Reminder');
    expect((await useCases.markArrived({ actor: manager, ...ask })).words).toContain('cannot have arrived');
    await useCases.sendAgain({ actor: manager, ...ask });
    await deliverNotices(deps);
    expect(sentBy(deps)).toEqual([['reminder', PLAN.owners[0]?.entraObjectId]]);
  });

  test('of somebody who has blocked the app meanwhile plans nothing, and says why', async () => {
    await fallsDue(UNCLEAR);
    const ask = await openOf('Reminder');
    const entraObjectId = PLAN.owners[0]?.entraObjectId ?? '';
    const at = deps.clock.now().toString();
    await saveUnreachable(database, { tenantId: TENANT, entraObjectId, code: 'MessageWritesBlocked', at });
    const { words, deliveries } = await useCases.sendAgain({ actor: manager, ...ask });
    expect(words).toContain('sending it again is of no use');
    expect(deliveries.open.find(({ noticeId }) => noticeId === ask.noticeId)).toMatchObject({
      isUnclear: true,
      maySendAgain: false,
    });
    expect(await attempts(ask.noticeId)).toHaveLength(1);
    await forgetUnreachable(database, { tenantId: TENANT, entraObjectId, now: at });
    expect((await useCases.sendAgain({ actor: manager, ...ask })).words).toContain('it is sent again now');
  });

  test('says that its time has passed instead of sending', async () => {
    await fallsDue(UNCLEAR);
    const ask = await openOf('Reminder');
    deps.setClock('2022-02-15T09:00:00Z');
    const { words, deliveries } = await useCases.sendAgain({ actor: manager, ...ask });
    expect(words).toMatch(/its time passed on Mon 14 Feb 2022, 17:00, so it is not sent any more\.$/);
    expect(deliveries.open.find(({ noticeId }) => noticeId === ask.noticeId)).toMatchObject({
      isUnclear: true,
      maySendAgain: false,
    });
    await deliverNotices(deps);
    expect(sentBy(deps)).toEqual([]);
  });
});

test('“It arrived” settles a message as sent, and says who said so', async () => {
  await fallsDue(UNCLEAR);
  const ask = await openOf('Milestone alert');
  const { words, deliveries } = await useCases.markArrived({ actor: manager, ...ask });
  expect(words).toBe('Milestone alert to SEND: noted that it arrived. It is not sent again.');
  expect(deliveries.decided).toMatchObject([
    { words: 'It arrived, said Plan manager, Mon 14 Feb 2022, 09:00.' },
  ]);
  const again = await useCases.sendAgain({ actor: second, ...ask });
  expect(again.words).toContain(
    'Plan manager said on Mon 14 Feb 2022, 09:00 that it arrived. Nothing is sent.',
  );
  await deliverNotices(deps);
  expect(sentBy(deps)).toEqual([]);
  expect((await attempts(ask.noticeId)).at(-1)).toEqual({
    outcome: 'sent',
    code: 'SaidArrived',
    by: MANAGER.entraObjectId?.toLowerCase(),
  });
});

test.each([
  ['may have arrived', false],
  ['was lost with its process', true],
])(
  '“It arrived” of a reminder that %s notes what it told, which is not told again',
  async (_what, isKilled) => {
    await saveHandover(database, {
      planId,
      ref: { list: 'Recommendations', key: 'rec-3' },
      kind: 'not mine',
      by: 'owner',
      words: null,
      at: '2022-02-13T15:00:00Z',
    });
    await (isKilled ? fallsDueAndDies() : fallsDue(UNCLEAR));
    const toldAt = () => database.query('SELECT told_at IS NOT NULL AS told FROM handover');
    expect(await toldAt()).toEqual([{ told: false }]);
    for (const { noticeId, attempt } of (await view()).open)
      await useCases.markArrived({ actor: manager, planId, noticeId, attempt });
    expect(await toldAt()).toEqual([{ told: true }]);
  },
);

test('a send that was lost with its process stands in the history too', async () => {
  await fallsDueAndDies();
  const ask = await openOf('Milestone alert');
  expect(await attempts(ask.noticeId)).toEqual([{ outcome: 'ambiguous', code: 'ProcessLost', by: null }]);
});

describe('plan managers are told', () => {
  const told = () => deps.messenger.of('trouble').map(({ troubles }) => troubles);
  const round = async (moment: string) => {
    deps.setClock(moment);
    await noteTroubles(deps, planId, null);
    await runDue(deps);
  };

  test('of new messages that may not have arrived, all in one message a day, and not again', async () => {
    await fallsDue(UNCLEAR);
    await round(`${DUE}T09:01:00Z`);
    await round(`${DUE}T09:02:00Z`);
    await round(`${DUE}T09:03:00Z`);
    const unclear = (words: string) => [
      {
        list: null,
        code: 'SENDS_UNCLEAR',
        message: expect.stringContaining(words),
        remedy: expect.stringContaining('Write “deliveries”'),
      },
    ];
    expect(told()).toEqual([unclear('took 2 messages, so they'), unclear('took 2 messages, so they')]);
    deps.messenger.sent.length = 0;
    await round('2022-02-15T09:00:00Z');
    expect(told()).toEqual([]);
    const [lists] = await useCases.viewListsState({ actor: manager });
    expect(lists?.troubles.map(({ code }) => code)).not.toContain('SENDS_UNCLEAR');
  });

  test('of none that was settled before they could be told', async () => {
    await fallsDue(UNCLEAR);
    await useCases.markArrived({ actor: manager, ...(await openOf('Reminder')) });
    await useCases.markArrived({ actor: manager, ...(await openOf('Milestone alert')) });
    await round(`${DUE}T09:01:00Z`);
    await round(`${DUE}T09:02:00Z`);
    expect(told()).toEqual([]);
  });
});

test('what is older than 400 days is forgotten with its attempts; what is still timely or waits never is', async () => {
  await fallsDue(UNCLEAR);
  const entry = { planId, recipient: { kind: 'channel', groupKey: 'send' }, dueAt: '2022-02-14T09:00:00Z' };
  await planNotices(database, [
    { ...entry, kind: 'digest', subject: 'lives long', period: '1', expiresAt: '2030-01-01T00:00:00Z' },
    { ...entry, kind: 'digest', subject: 'waits', period: '1', expiresAt: '2022-02-15T00:00:00Z' },
  ]);
  await database.query(`UPDATE notice SET state = 'sent' WHERE subject = 'lives long'`);
  await database.query(`UPDATE notice SET not_before = now() + interval '1 day' WHERE subject = 'waits'`);
  const kept = () => database.query('SELECT subject FROM notice ORDER BY subject');
  const forgetAt = (moment: string) => {
    deps.setClock(moment);
    return forgetOldNotices(deps);
  };
  await forgetAt('2023-03-20T09:00:00Z');
  expect(await kept()).toHaveLength(4);
  await forgetAt('2023-03-23T09:00:00Z');
  expect(await kept()).toEqual([{ subject: 'lives long' }, { subject: 'waits' }]);
  expect(await database.query('SELECT 1 FROM delivery')).toEqual([]);
});
