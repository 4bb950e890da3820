import { expect, test } from '@jest/globals';
import { DEFAULT_PREFERENCES } from '../../plan/notices/preferences.ts';
import { planNotices } from '../../store/ledger.ts';
import { savePreferences } from '../../store/preferences.ts';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { letTimePass } from '../store/databases.ts';
import { DUE, ON_THE_DAY, PLAN, readLedger, runAt as runDueAt, sentBy } from './helpers/due-on-the-day.ts';
import { fillMirror } from './helpers/fill-mirror.ts';
import { TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

const OWNER = PLAN.owners[0]?.entraObjectId ?? '';
const BUSY: SendOutcome = { status: 'throttled', code: 'HTTP429', retryAfterMs: 60_000 };

openOwnProcess();

/** A round at a moment, once Teams has been left alone for as long as it asked. */
const runAt = async (instant: string) => {
  await letTimePass(database, { seconds: 120 });
  await runDueAt(deps, instant);
};
const isThrottled = (kind: string) => {
  deps.messenger.answer = ({ content }) =>
    content.kind === kind ? BUSY : { status: 'sent', conversationId: 'any', activityId: 'any' };
};
const takesAll = () => {
  deps.messenger.answer = null;
  deps.messenger.sent.length = 0;
};
const stateOf = async (kind: string) =>
  (await readLedger(database))
    .filter((notice) => notice.kind === kind)
    .map(({ state, code }) => [state, code]);

test('an alert for which Teams was busy until the evening goes out when people are at work again', async () => {
  await fillMirror(database, PLAN);
  isThrottled('alert');
  await runAt(ON_THE_DAY);
  takesAll();
  for (const moment of [`${DUE}T17:00:00Z`, `${DUE}T23:59:00Z`, '2022-02-15T08:59:00Z']) {
    await runAt(moment);
    expect(sentBy(deps)).toEqual([]);
    expect(await stateOf('alert')).toEqual([['due', 'OutOfHours']]);
  }
  await runAt('2022-02-15T09:00:00Z');
  expect(sentBy(deps)).toContainEqual(['alert', 'channel-1']);
});

test('it is dropped at once where it would be stale by then', async () => {
  const due = '2022-02-18';
  const recommendations = PLAN.recommendations.map((one) => ({
    ...one,
    baselineDue: due,
    forecastDue: due,
  }));
  await fillMirror(database, { ...PLAN, recommendations });
  isThrottled('alert');
  await runAt(`${due}T09:00:00Z`);
  takesAll();
  await runAt(`${due}T17:00:00Z`);
  expect(sentBy(deps)).toEqual([]);
  expect(await stateOf('alert')).toEqual([['expired', 'OutOfHours']]);
});

test('a reminder that waited does not go out in quiet hours that somebody chose meanwhile', async () => {
  await fillMirror(database, PLAN);
  isThrottled('reminder');
  await runAt(ON_THE_DAY);
  takesAll();
  await savePreferences(
    database,
    { tenantId: TENANT, entraObjectId: OWNER },
    { ...DEFAULT_PREFERENCES, quietFrom: '08:00', quietTo: '14:00' },
  );
  await runAt(`${DUE}T13:59:00Z`);
  expect(sentBy(deps)).toEqual([]);
  await runAt(`${DUE}T14:00:00Z`);
  expect(sentBy(deps)).toEqual([['reminder', OWNER]]);
});

test('one that they leave no time for comes to nothing, and is told on the next day', async () => {
  await fillMirror(database, PLAN);
  isThrottled('reminder');
  await runAt(ON_THE_DAY);
  takesAll();
  await savePreferences(
    database,
    { tenantId: TENANT, entraObjectId: OWNER },
    { ...DEFAULT_PREFERENCES, quietFrom: '12:00', quietTo: '18:00' },
  );
  await runAt(`${DUE}T13:00:00Z`);
  expect(await stateOf('reminder')).toEqual([['expired', 'OutOfHours']]);
  await runAt('2022-02-15T09:00:00Z');
  expect(sentBy(deps)).toContainEqual(['reminder', OWNER]);
});

test('a notice of a process whose clock is ahead waits for the clock of the sender', async () => {
  await fillMirror(database, PLAN);
  await planNotices(database, [
    {
      kind: 'alert',
      subject: 'plan-1/send',
      period: DUE,
      planId: 'plan-1',
      recipient: { kind: 'channel', groupKey: 'send', meetingKey: null },
      dueAt: ON_THE_DAY,
      expiresAt: '2022-02-16T00:00:00Z',
    },
  ]);
  await runAt(`${DUE}T08:59:59Z`);
  expect(sentBy(deps)).toEqual([]);
  await runAt(ON_THE_DAY);
  expect(sentBy(deps)).toContainEqual(['alert', 'channel-1']);
});
