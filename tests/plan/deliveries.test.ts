import { describe, expect, test } from '@jest/globals';
import { buildDeliveries, type DeliveriesAsk, periodOfPage } from '../../plan/deliveries/build-deliveries.ts';
import type { DeliveryContext } from '../../plan/deliveries/delivery-words.ts';
import { type LedgerEntry, SAID_ARRIVED, SEND_AGAIN } from '../../plan/deliveries/ledger-entry.ts';
import { settlingWords } from '../../plan/deliveries/settling-words.ts';
import { at, makeOwner, makePlan } from '../helpers/make-plan.ts';

const NOW = at('2022-01-24T12:00:00Z');
const MANAGER = makeOwner({ key: 'manager', title: 'Plan manager', roles: ['Plan manager'] });
const OWNER = makeOwner();
const PLAN = makePlan({ owners: [OWNER, MANAGER] });
const idOf = ({ entraObjectId }: typeof OWNER) => entraObjectId?.toLowerCase() ?? '';

/** A digest of this morning that may have arrived; may be sent again until Thursday. */
const makeEntry = (over: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: 41,
  kind: 'digest',
  groupKey: 'send',
  entraObjectId: null,
  state: 'ambiguous',
  code: 'TimedOut',
  lastCode: 'TimedOut',
  attempts: 1,
  dueAt: '2022-01-24T09:00:00Z',
  expiresAt: '2022-01-27T09:00:00Z',
  settledAt: '2022-01-24T09:00:05Z',
  decision: null,
  ...over,
});
const toPerson = { kind: 'reminder', groupKey: null, entraObjectId: idOf(OWNER) } as const;
const decided = (code: typeof SEND_AGAIN | typeof SAID_ARRIVED, over: Partial<LedgerEntry> = {}) =>
  makeEntry({ ...over, decision: { code, by: idOf(MANAGER), at: '2022-01-24T10:00:00Z' } });

const build = (over: Partial<DeliveriesAsk> = {}) =>
  buildDeliveries({
    plan: PLAN,
    now: NOW,
    toldOfChannels: new Map(),
    scope: 'all',
    page: 0,
    counts: [],
    entries: [],
    hasOlder: false,
    preferences: new Map(),
    refused: new Set(),
    ...over,
  });
const unreached = (over: Partial<LedgerEntry>, ask: Partial<DeliveriesAsk> = {}) =>
  build({ entries: [makeEntry(over)], scope: 'channels', ...ask }).unreached;

describe('a page of the ledger', () => {
  test('is a fortnight of whole days of the plan, today the last of the first', () => {
    const period = periodOfPage(PLAN, 0, NOW);
    expect([String(period.from), String(period.until)]).toEqual([
      '2022-01-11T00:00:00Z',
      '2022-01-25T00:00:00Z',
    ]);
    expect(String(periodOfPage(PLAN, 1, NOW).until)).toBe(String(period.from));
    expect(build().periodWords).toBe('11 to 24 Jan 2022');
    expect(build({ page: 1 }).periodWords).toBe('28 Dec 2021 to 10 Jan 2022');
  });

  test('counts per kind what arrived, what did not, and of what it is not known', () => {
    const of = (kind: string) => (state: LedgerEntry['state'], count: number) => ({ kind, state, count });
    const [digest, reminder] = [of('digest'), of('reminder')];
    const counts = [
      reminder('sent', 40),
      reminder('not sent', 1),
      reminder('expired', 2),
      reminder('nothing to say', 3),
      reminder('due', 4),
      reminder('sending', 1),
      digest('sent', 5),
      digest('ambiguous', 1),
    ];
    const none = { reached: 0, notReached: 0, unclear: 0, waiting: 0, nothingToSay: 0 };
    expect(build({ counts }).counts).toEqual([
      { ...none, kindWords: 'Digests', reached: 5, unclear: 1 },
      { kindWords: 'Reminders', reached: 40, notReached: 3, unclear: 0, waiting: 5, nothingToSay: 3 },
    ]);
  });

  test('offers plan managers what may be decided, and nobody else', () => {
    const late = makeEntry({ id: 42, expiresAt: '2022-01-24T11:00:00Z' });
    const refused = makeEntry({ ...toPerson, id: 43, state: 'not sent', code: 'MessageWritesBlocked' });
    const entries = [
      makeEntry(),
      late,
      refused,
      makeEntry({ ...refused, id: 44, expiresAt: late.expiresAt }),
    ];
    const { open, unreached: others } = build({ entries });
    expect(open).toMatchObject([
      { noticeId: 41, attempt: 1, isUnclear: true, maySendAgain: true, whoName: 'SEND', kindWords: 'Digest' },
      { noticeId: 42, isUnclear: true, maySendAgain: false },
      { noticeId: 43, isUnclear: false, maySendAgain: true, whoName: 'SEND group owner' },
    ]);
    expect(others).toMatchObject([
      { why: 'They have blocked Milepost in Teams.', instead: 'Nothing was sent in its place.' },
    ]);
    expect(build({ entries, scope: 'channels' })).toMatchObject({
      open: [],
      unreached: [{ count: 2 }, { count: 2 }],
    });
  });

  test.each<[string, Partial<LedgerEntry>, string, string]>([
    [
      'blocked',
      { ...toPerson, state: 'not sent', code: 'ConversationBlockedByUser' },
      'They have blocked Milepost in Teams.',
      'Nothing is sent in its place. It can be sent again until Thu 27 Jan 2022, 09:00.',
    ],
    [
      'without the app',
      { ...toPerson, state: 'due', code: 'NotInstalled' },
      'They do not have Milepost in Teams.',
      'It waits, and is tried until Thu 27 Jan 2022, 09:00. It goes nowhere else.',
    ],
    [
      'a channel that is gone',
      { state: 'due', code: 'ChannelGone' },
      'The channel is gone, or its team is archived.',
      'It waits, and is tried until Thu 27 Jan 2022, 09:00. It goes nowhere else.',
    ],
    [
      'a group without a channel',
      { state: 'due', code: 'NoChannel' },
      'The group has no channel in the Groups list.',
      'It waits, and is tried until Thu 27 Jan 2022, 09:00. It goes nowhere else.',
    ],
    [
      'Teams away until it was stale',
      { state: 'expired', code: null, lastCode: 'ECONNREFUSED' },
      'Teams could not be reached.',
      'It was dropped as out of date: it was meant to arrive by Thu 27 Jan 2022, 09:00.',
    ],
    [
      'Milepost away until it was stale',
      { state: 'expired', code: null, lastCode: null },
      'Milepost was not running until its time had passed.',
      'It was dropped as out of date: it was meant to arrive by Thu 27 Jan 2022, 09:00.',
    ],
    [
      'nothing to say',
      { state: 'nothing to say', code: null, lastCode: null },
      'Nothing was left to say when its time came.',
      'Nothing needed to be sent.',
    ],
    [
      'not clear and late',
      { expiresAt: '2022-01-24T11:00:00Z' },
      'Teams was asked to take it and gave no clear answer.',
      'It was not sent again, and its time passed on Mon 24 Jan 2022, 11:00.',
    ],
  ])('says of one that was not reached why, and what was done instead: %s', (_name, over, why, instead) => {
    expect(unreached(over)).toMatchObject([{ why, instead }]);
  });

  test('says when people were told of a channel', () => {
    const toldOfChannels = new Map([['send', '2022-01-24T10:02:00Z']]);
    expect(unreached({ state: 'due', code: 'NoChannel' }, { toldOfChannels })[0]?.instead).toMatch(
      / Plan managers and the group’s chair were told on Mon 24 Jan 2022, 10:02\.$/,
    );
  });

  test('what only waits for its turn is not unreached, nor is what is sent again', () => {
    expect(unreached({ state: 'due', code: null })).toEqual([]);
    expect(unreached({ state: 'sending', code: 'SendAgain' })).toEqual([]);
    expect(build({ entries: [decided(SEND_AGAIN, { state: 'due', code: 'Paced' })] })).toMatchObject({
      open: [],
      unreached: [],
    });
  });

  test('puts what is alike in one line, the latest first, and what needed no sending last', () => {
    const blocked = { ...toPerson, state: 'not sent', code: 'HTTP403', expiresAt: NOW.toString() } as const;
    const entries = [
      makeEntry({ ...toPerson, state: 'nothing to say', code: null }),
      makeEntry(blocked),
      makeEntry({ ...blocked, dueAt: '2022-01-21T09:00:00Z' }),
    ];
    expect(build({ entries }).unreached).toMatchObject([
      { count: 2, dueWords: 'Mon 24 Jan 2022, 09:00' },
      { count: 1, instead: 'Nothing needed to be sent.' },
    ]);
  });

  test('people and groups that have left the lists are nobody’s name', () => {
    const entries = [
      makeEntry({ groupKey: 'gone', state: 'expired' }),
      makeEntry({ ...toPerson, entraObjectId: 'nobody', state: 'expired' }),
    ];
    expect(build({ entries }).unreached.map(({ whoName }) => whoName)).toEqual([
      'A group that left the Groups list',
      'Somebody who left the Owners list',
    ]);
  });

  test.each<[Partial<LedgerEntry>, string]>([
    [{ state: 'sent', code: null, settledAt: '2022-01-24T10:00:30Z' }, 'Sent again Mon 24 Jan 2022, 10:00.'],
    [{ state: 'due' }, 'It waits to be sent.'],
    [{ state: 'ambiguous' }, 'Teams gave no clear answer that time either.'],
    [
      { state: 'not sent', code: 'HTTP403' },
      'It was not sent: the channel does not let Milepost post in it.',
    ],
    [{ state: 'expired', code: null }, 'Its time had passed before it could be sent.'],
  ])('tells what came of asking for it again: %j', (over, words) => {
    expect(build({ entries: [decided(SEND_AGAIN, over)] }).decided).toEqual([
      {
        whoName: 'SEND',
        kindWords: 'Digest',
        words: `Asked for again by Plan manager, Mon 24 Jan 2022, 10:00. ${words}`,
      },
    ]);
  });

  test('tells who said that it arrived; a manager of another plan is not named', () => {
    const entries = [decided(SAID_ARRIVED, { state: 'sent' })];
    expect(build({ entries }).decided[0]?.words).toBe(
      'It arrived, said Plan manager, Mon 24 Jan 2022, 10:00.',
    );
    expect(build({ entries, plan: makePlan({ owners: [OWNER] }) }).decided[0]?.words).toContain(
      'said a plan manager of another plan,',
    );
  });
});

const CONTEXT: DeliveryContext = {
  plan: PLAN,
  now: NOW,
  toldOfChannels: new Map(),
  preferences: new Map(),
  refused: new Set(),
};

describe('sending again', () => {
  const refused = new Set([idOf(OWNER)]);
  const blocked = makeEntry({ ...toPerson, state: 'not sent', code: 'MessageWritesBlocked' });
  const press = (entry: LedgerEntry, over: Partial<DeliveryContext>, isDone: boolean) =>
    settlingWords({ ...CONTEXT, ...over }, entry, { asked: 'send again', isDone });

  test('is not offered for somebody whom Teams does not let be written to, and it is said why', () => {
    const { open, unreached: lines } = build({ entries: [blocked], refused });
    expect(open).toEqual([]);
    expect(lines).toMatchObject([
      {
        why: 'They have blocked Milepost in Teams.',
        instead: expect.stringMatching(
          /^Nothing is sent in its place\. Sending it again is of no use: .* write “hi” to it\.$/,
        ),
      },
    ]);
    const unclear = { ...blocked, state: 'ambiguous' as const };
    expect(build({ entries: [unclear], refused }).open).toMatchObject([
      { isUnclear: true, maySendAgain: false },
    ]);
    expect(press(blocked, { refused }, false)).toMatch(/: sending it again is of no use/);
    expect(build({ entries: [{ ...blocked, kind: 'news' }], refused }).open).toHaveLength(1);
  });

  test('says when it goes out that waits for hours', () => {
    const evening = { now: at('2022-01-24T20:00:00Z') };
    const due = decided(SEND_AGAIN, { state: 'due' });
    expect(press(due, evening, true)).toMatch(/: it is sent again on Tue 25 Jan 2022, 09:00, in the hours/);
    expect(press(due, {}, true)).toMatch(/: it is sent again now\./);
    expect(build({ entries: [makeEntry()], ...evening }).open).toMatchObject([
      {
        maySendAgain: true,
        instead: expect.stringMatching(/; it would go out on Tue 25 Jan 2022, 09:00\.$/),
      },
    ]);
  });

  test('is not offered where its time passes before those hours', () => {
    const entries = [makeEntry({ expiresAt: '2022-01-25T08:00:00Z' })];
    expect(build({ entries, now: at('2022-01-24T20:00:00Z') }).open).toMatchObject([
      { maySendAgain: false, instead: expect.stringContaining('its time passes on Tue 25 Jan 2022, 08:00') },
    ]);
  });
});

describe('what is answered to a press', () => {
  const words = (entry: LedgerEntry, asked: 'send again' | 'arrived', isDone = false) =>
    settlingWords(CONTEXT, entry, { asked, isDone });

  test.each<[string, LedgerEntry, 'send again' | 'arrived', string]>([
    [
      'it went out',
      decided(SEND_AGAIN, { state: 'sent', settledAt: '2022-01-24T10:00:30Z' }),
      'send again',
      'it went out on Mon 24 Jan 2022, 10:00. Nothing more is sent.',
    ],
    [
      'it waits',
      decided(SEND_AGAIN, { state: 'due' }),
      'send again',
      'Plan manager asked for it on Mon 24 Jan 2022, 10:00, and it waits to be sent. It is sent once.',
    ],
    [
      'it arrived',
      decided(SAID_ARRIVED, { state: 'sent' }),
      'send again',
      'Plan manager said on Mon 24 Jan 2022, 10:00 that it arrived. Nothing is sent.',
    ],
    [
      'it is late',
      makeEntry({ expiresAt: '2022-01-24T11:00:00Z' }),
      'send again',
      'its time passed on Mon 24 Jan 2022, 11:00, so it is not sent any more.',
    ],
    [
      'it was tried meanwhile',
      makeEntry({ attempts: 2 }),
      'send again',
      'it was sent again meanwhile, and Teams gave no clear answer that time either. Look at it anew below.',
    ],
    [
      'it was refused',
      makeEntry({ state: 'not sent' }),
      'arrived',
      'Teams certainly did not take it, so it cannot have arrived.',
    ],
  ])('is true where %s', (_name, entry, asked, said) => {
    expect(words(entry, asked)).toBe(`Digest to SEND: ${said}`);
  });

  test('says what happens now; of a check-in card that it stands still', () => {
    expect(words(makeEntry({ state: 'due' }), 'send again', true)).toMatch(
      /^Digest to SEND: it is sent again now\./,
    );
    expect(words(makeEntry({ state: 'sent' }), 'arrived', true)).toMatch(
      /noted that it arrived\. It is not sent again\.$/,
    );
    expect(words(makeEntry({ kind: 'check-in', state: 'sent' }), 'arrived', true)).toContain(
      'write “check in”',
    );
  });
});
