import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Meeting } from '../../plan/rows.ts';
import { readRows } from '../../store/mirror.ts';
import { cancelMeeting } from '../../workflow/meetings/cancel-meeting.ts';
import { startMeeting } from '../../workflow/meetings/start-meeting.ts';
import { deliverNotices } from '../../workflow/notices/deliver-notices.ts';
import { runDue } from '../../workflow/run-due.ts';
import { actorOf } from './helpers/fill-mirror.ts';
import { FIRST, PLAN, SECOND } from './helpers/fortnight-plan.ts';
import { makeDeps, TENANT, type TestProcess } from './helpers/make-deps.ts';
import { meetingWrites } from './helpers/meeting-writes.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

openOwnProcess(PLAN);

const runAt = async (...instants: readonly string[]) => {
  for (const instant of instants) {
    deps.setClock(instant);
    await runDue(deps);
  }
};
const rowOf = async (key: string) =>
  (await readRows(database, 'plan-1', 'Meetings')).find((row) => row.key === key)?.row as Meeting | undefined;
const ask = (meetingKey: string, by = 'chair') => ({
  actor: actorOf(PLAN, by),
  planId: 'plan-1',
  meetingKey,
});
const checkInsSent = () => deps.messenger.of('check-in').map(({ meetingKey }) => meetingKey);

describe('a meeting that starts in Teams', () => {
  // Nobody has looked since it should have opened.
  const START = '2022-01-10T09:55:00Z';
  const start = (more: Partial<Parameters<typeof startMeeting>[1]> = {}, process: TestProcess = deps) =>
    startMeeting(process, {
      tenantId: TENANT,
      entraObjectId: actorOf(PLAN, 'owner').entraObjectId,
      channelId: null,
      title: null,
      ...more,
    });
  const cardsSent = async () => {
    await deliverNotices(deps);
    return deps.messenger.of('check-in').map(({ to }) => to);
  };
  beforeEach(() => deps.setClock(START));

  test.each([
    ['in the group’s channel', { channelId: 'channel-1' }],
    ['in the channel, by whom Teams does not say', { channelId: 'channel-1', entraObjectId: null }],
    ['elsewhere', {}],
    ['elsewhere, by its name', { title: 'SEND fortnightly' }],
  ])('%s opens the check-in, once, in the group’s own channel', async (_where, more) => {
    await start(more);
    await start(more);
    expect(await rowOf(FIRST)).toMatchObject({ state: 'Open' });
    expect(await cardsSent()).toEqual([expect.objectContaining({ kind: 'channel', channelId: 'channel-1' })]);
    await runAt(START, '2022-01-10T10:30:00Z');
    expect(checkInsSent()).toEqual([FIRST]);
  });

  test('in two processes at once, while the calendar opens it too, opens it once', async () => {
    const other = makeDeps({ database, messenger: deps.messenger });
    other.setClock(START);
    await Promise.all([start({}, deps), start({ channelId: 'channel-1' }, other), runDue(other)]);
    await runAt(START);
    expect(checkInsSent()).toEqual([FIRST]);
    expect(await meetingWrites(database)).toHaveLength(1);
  });

  test.each([
    ['by somebody the plan does not know', { entraObjectId: 'nobody' }],
    [
      'in the channel, by somebody the plan does not know',
      { channelId: 'channel-1', entraObjectId: 'nobody' },
    ],
    ['in another tenant', { channelId: 'channel-1', tenantId: 'another' }],
    ['in another tenant, by nobody named', { channelId: 'channel-1', tenantId: 'b', entraObjectId: null }],
    ['in a channel of no group', { channelId: 'channel-9' }],
    ['in the channel of a board', { channelId: 'channel-2', entraObjectId: null }],
    ['by somebody of another group', { entraObjectId: actorOf(PLAN, 'other').entraObjectId }],
    ['by nobody Teams names, elsewhere', { entraObjectId: null }],
  ])('%s opens nothing, and the log names nobody', async (_where, more) => {
    await start(more);
    expect(await readRows(database, 'plan-1', 'Meetings')).toEqual([]);
    expect(await cardsSent()).toEqual([]);
    expect(JSON.stringify(deps.logged)).not.toMatch(/SEND|owner|nobody/);
    expect(deps.logged).toHaveLength(1);
  });

  test('on another day, or when the meeting was cancelled, opens nothing', async () => {
    deps.setClock('2022-01-12T10:00:00Z');
    await start({ channelId: 'channel-1' });
    deps.setClock('2022-01-24T10:00:00Z');
    await cancelMeeting(deps, ask(SECOND));
    await start({ channelId: 'channel-1' });
    expect(await cardsSent()).toEqual([]);
  });
});
