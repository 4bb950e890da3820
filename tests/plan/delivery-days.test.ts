import { describe, expect, test } from '@jest/globals';
import { buildDeliveryDays } from '../../plan/deliveries/build-days.ts';
import type { LedgerEntry } from '../../plan/deliveries/ledger-entry.ts';
import { at, makeOwner, makePlan } from '../helpers/make-plan.ts';

const OWNER = makeOwner();
const PLAN = makePlan({ owners: [OWNER] });
const entry = (over: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: 41,
  kind: 'reminder',
  groupKey: null,
  entraObjectId: OWNER.entraObjectId?.toLowerCase() ?? '',
  state: 'sent',
  code: null,
  lastCode: null,
  attempts: 1,
  dueAt: '2022-01-24T09:00:00Z',
  expiresAt: '2022-01-27T09:00:00Z',
  settledAt: '2022-01-24T09:00:05Z',
  decision: null,
  ...over,
});
const build = (all: readonly LedgerEntry[], scope: 'all' | 'channels' = 'all') =>
  buildDeliveryDays({
    plan: PLAN,
    now: at('2022-01-24T12:00:00Z'),
    toldOfChannels: new Map([['send', '2022-01-24T10:00:00Z']]),
    preferences: new Map(),
    refused: new Set(),
    scope,
    all,
  });
const only = (over: Partial<LedgerEntry>, scope?: 'all' | 'channels') =>
  build([entry(over)], scope)[0]?.entries[0];

describe('deliveries by day', () => {
  test('stand under the plan’s own days, the latest first, at its own time', () => {
    // In London the evening of 27 March is summer time already.
    const days = build([entry({ id: 2, dueAt: '2022-03-27T23:30:00Z' }), entry({ id: 1 }), entry({ id: 0 })]);
    expect(days.map(({ dayWords, entries }) => [dayWords, entries.map(({ noticeId }) => noticeId)])).toEqual([
      ['Mon 28 Mar 2022', [2]],
      ['Mon 24 Jan 2022', [1, 0]],
    ]);
    expect(days[0]?.entries[0]?.timeWords).toBe('00:30');
  });

  test('say nothing more of what went out, even where an earlier attempt failed or the channel failed since', () => {
    const sent = { groupKey: 'send', entraObjectId: null, kind: 'digest', lastCode: 'TimedOut' } as const;
    expect(only(sent)).toMatchObject({
      whoName: 'SEND',
      isChannel: true,
      outcome: 'reached',
      isUnreached: false,
      why: '',
      instead: '',
    });
  });

  test.each([
    ['not sent', 'not reached', true],
    ['expired', 'not reached', true],
    ['ambiguous', 'unclear', true],
    ['due', 'waiting', true],
    ['nothing to say', 'nothing to say', false],
  ] as const)('say of what is %s that it is %s', (state, outcome, isUnreached) => {
    expect(only({ state, code: 'TimedOut' })).toMatchObject({ outcome, isUnreached });
  });

  test('count nothing as unreached that waits for its turn alone', () => {
    expect(only({ state: 'due' })).toMatchObject({ outcome: 'waiting', isUnreached: false, instead: '' });
  });

  test('offer plan managers what may be decided, of the attempt that is shown, and nobody else', () => {
    const unclear = { state: 'ambiguous', code: 'TimedOut', attempts: 2 } as const;
    expect(only(unclear)).toMatchObject({ attempt: 2, maySendAgain: true, mayHaveArrived: true });
    expect(only(unclear, 'channels')).toMatchObject({ maySendAgain: false, mayHaveArrived: false });
    expect(only({ ...unclear, state: 'not sent' })).toMatchObject({
      maySendAgain: true,
      mayHaveArrived: false,
    });
    const late = { ...unclear, expiresAt: '2022-01-24T11:00:00Z' };
    expect(only(late)).toMatchObject({ maySendAgain: false, mayHaveArrived: true });
  });
});
