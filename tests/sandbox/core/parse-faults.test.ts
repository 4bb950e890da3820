import { expect, test } from '@jest/globals';
import { FAULT_KINDS } from '../../../sandbox/core/fault-kinds.ts';
import { parseFaults } from '../../../sandbox/core/parse-faults.ts';

test('faults are read from a list or an object with one, with defaults', () => {
  const [fault] = parseFaults([{ kind: 'graph-slow', ms: 5 }]);
  expect(fault).toMatchObject({ kind: 'graph-slow', rate: 1, seed: 1, ms: 5 });
  expect(parseFaults({ faults: [] })).toEqual([]);
});

test('the options of every kind are read', () => {
  const [throttle, outage, resync, twice, lost] = parseFaults([
    { kind: 'graph-throttle', retryAfterSeconds: 1, maxRetryAfterSeconds: 2.5, asDate: true },
    { kind: 'graph-outage', until: '2022-01-10T10:00:00+01:00', times: 3 },
    { kind: 'graph-resync', location: false },
    { kind: 'teams-deliver-twice', repeatAs: 'new-id' },
    { kind: 'teams-lost-update', status: 404 },
  ]);
  expect(throttle).toMatchObject({ retryAfterSeconds: 1, maxRetryAfterSeconds: 2.5, asDate: true });
  expect([String(outage?.until), outage?.times]).toEqual(['2022-01-10T09:00:00Z', 3]);
  expect(resync?.location).toBe(false);
  expect([twice?.repeatAs, lost?.status]).toEqual(['new-id', 404]);
});

test.each([
  ['no list', { kind: 'graph-slow' }, /list of faults/],
  ['an unknown kind', [{ kind: 'fire' }], new RegExp(Object.keys(FAULT_KINDS).join(', '))],
  ['an unknown option', [{ kind: 'graph-slow', retryAfter: 1 }], /no option "retryAfter".*retryAfterSeconds/],
  ['a rate above 1', [{ kind: 'graph-slow', rate: 2 }], /from 0 to 1/],
  ['a number as text', [{ kind: 'graph-slow', ms: 'long' }], /"ms" is "long"/],
  ['a switch as text', [{ kind: 'graph-busy', asDate: 'yes' }], /"asDate" is "yes". Give true or false/],
  ['an end that is no instant', [{ kind: 'graph-outage', until: 'soon' }], /"until" is "soon".*ISO 8601/],
  [
    'a choice there is not',
    [{ kind: 'teams-deliver-twice', repeatAs: 'thrice' }],
    /"repeatAs" is "thrice". Give same-id or new-id/,
  ],
  ['a status Teams does not give', [{ kind: 'teams-lost-update', status: 500 }], /Give 403 or 404/],
  [
    'a longest wait below the shortest',
    [{ kind: 'graph-busy', retryAfterSeconds: 5, maxRetryAfterSeconds: 2 }],
    /maxRetryAfterSeconds of graph-busy is 2/,
  ],
])('%s is refused with what to send', (_what, body, message) => {
  expect(() => parseFaults(body)).toThrow(message);
});
