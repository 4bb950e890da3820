import { describe, expect, test } from '@jest/globals';
import { unwrittenPeople } from '../../plan/deliveries/unwritten-people.ts';
import { DEFAULT_PREFERENCES } from '../../plan/notices/preferences.ts';
import { directoryIdOf } from '../../plan/people.ts';
import { at, makeOwner, makePlan, makeRecommendation } from '../helpers/make-plan.ts';

const NOW = at('2022-01-24T12:00:00Z');

describe('who gets nothing just now', () => {
  const away = { awayFrom: '2022-01-20', awayTo: '2022-02-04' } as const;
  const namesOf = (...owners: Parameters<typeof makeOwner>[0][]) =>
    unwrittenPeople(
      makePlan({
        owners: owners.map((over) => makeOwner(over)),
        recommendations: [
          makeRecommendation(),
          makeRecommendation({ number: 4, owner: 'idle', stage: 'Complete' }),
        ],
      }),
      new Map([[directoryIdOf(makeOwner({ key: 'busy' })) ?? '', { ...DEFAULT_PREFERENCES, workDays: [] }]]),
      NOW,
    );

  test('is nobody where everybody can be written to, or nothing is theirs', () => {
    expect(namesOf({}, { key: 'idle', ...away }, { key: 'reader', entraObjectId: null })).toEqual([]);
  });

  test.each([
    [
      'no account',
      [{ entraObjectId: null }],
      /which account is theirs/,
      /choose the person in the Owners list/,
    ],
    ['away, no deputy', [away], /^Away until Fri 4 Feb 2022, without a deputy\.$/, /A deputy can be entered/],
    ['away for good', [{ ...away, awayTo: null }], /^Away until further notice, without/, /Nothing is sent/],
    [
      'deputy',
      [
        { ...away, deputy: 'two' },
        { key: 'two', title: 'Two' },
      ],
      /^Away until Fri 4 Feb 2022\.$/,
      /^Two gets it as deputy\.$/,
    ],
    [
      'deputy away too',
      [
        { ...away, deputy: 'two' },
        { key: 'two', title: 'Two', ...away },
      ],
      /and so is the deputy, Two\.$/,
      /Another deputy/,
    ],
    [
      'deputy of no account',
      [
        { ...away, deputy: 'two' },
        { key: 'two', title: 'Two', entraObjectId: null },
      ],
      /which account is that of Two, the deputy\.$/,
      /choose the person/,
    ],
    [
      'no time',
      [{ ...away, deputy: 'busy' }, { key: 'busy' }],
      /leaves no time to write in\.$/,
      /“settings”/,
    ],
  ])('%s: says why, and what happens instead', (_name, owners, why, instead) => {
    expect(namesOf(...owners)).toEqual([
      {
        whoName: 'SEND group owner',
        why: expect.stringMatching(why),
        instead: expect.stringMatching(instead),
      },
    ]);
  });
});
