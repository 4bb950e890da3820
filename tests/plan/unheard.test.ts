import { describe, expect, test } from '@jest/globals';
import { DEFAULT_PREFERENCES, type Preferences } from '../../plan/notices/preferences.ts';
import { unheard } from '../../plan/notices/unheard.ts';
import { directoryIdOf } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import { wordsOfTrouble } from '../../plan/troubles.ts';
import { makeAction, makeMilestone, makeOwner, makePlan, makeRecommendation } from '../helpers/make-plan.ts';

const TODAY = '2022-01-24';
const found = (over: Partial<Plan>, preferences: ReadonlyMap<string, Preferences> = new Map()) =>
  unheard(makePlan({ recommendations: [makeRecommendation()], ...over }), preferences, TODAY);

describe('an owner whose reminders reach nobody', () => {
  const away = { awayFrom: '2022-01-20', awayTo: '2022-02-04' } as const;
  const two = { key: 'two', title: 'Two' };
  const ofOwners = (...owners: Parameters<typeof makeOwner>[0][]) =>
    found(
      { owners: owners.map((over) => makeOwner(over)) },
      new Map([[directoryIdOf(makeOwner({ key: 'busy' })) ?? '', { ...DEFAULT_PREFERENCES, workDays: [] }]]),
    );

  test.each([
    ['AWAY_UNCOVERED', [away], /^SEND group owner is away for a week or more without a deputy/],
    ['AWAY_UNCOVERED', [{ ...away, awayTo: null }], /without a deputy/],
    [
      'DEPUTY_AWAY',
      [
        { ...away, deputy: 'two' },
        { ...two, ...away },
      ],
      /so is the deputy, Two,/,
    ],
    [
      'DEPUTY_AWAY',
      [
        { ...away, awayTo: TODAY, deputy: 'two' },
        { ...two, ...away },
      ],
      /reach nobody/,
    ],
    [
      'DEPUTY_UNKNOWN',
      [
        { ...away, deputy: 'two' },
        { ...two, entraObjectId: null },
      ],
      /account is that of the deputy, Two,/,
    ],
    [
      'NO_TIME_LEFT',
      [
        { ...away, deputy: 'busy' },
        { key: 'busy', title: 'Busy' },
      ],
      /that Busy has chosen .* reminders for SEND group owner reach nobody/,
    ],
  ] as const)('is a trouble of %s, in words: %j', (code, owners, words) => {
    const [trouble, ...others] = ofOwners(...owners);
    expect([trouble?.list, trouble?.code, trouble?.subject, others]).toEqual(['Owners', code, 'owner', []]);
    expect(trouble && wordsOfTrouble(trouble).message).toMatch(words);
  });

  test('is none where somebody hears, where it is short and chosen, or where the row says so itself', () => {
    expect(ofOwners({})).toEqual([]);
    expect(ofOwners({ ...away, deputy: 'two' }, two)).toEqual([]);
    expect(ofOwners({ ...away, awayTo: '2022-01-26' })).toEqual([]);
    expect(ofOwners({ entraObjectId: null })).toEqual([]);
  });
});

describe('an item of no group', () => {
  const lost = { group: null, duePrecision: 'Day' } as const;

  test('is a trouble from four weeks before it is due, until it is closed', () => {
    const milestones = [
      makeMilestone({ ...lost, key: 'soon', forecastDue: '2022-02-21' }),
      makeMilestone({ ...lost, key: 'later', forecastDue: '2022-02-22' }),
      makeMilestone({ ...lost, key: 'late', forecastDue: '2022-01-03' }),
      makeMilestone({ ...lost, key: 'done', forecastDue: '2022-01-03', stage: 'Complete' }),
      makeMilestone({ ...lost, key: 'undated', baselineDue: null, forecastDue: null }),
      makeMilestone({ ...lost, key: 'led', recommendation: 'rec-3', forecastDue: '2022-01-03' }),
    ];
    const codes = found({ milestones }).map(({ list, code, subject }) => [list, code, subject]);
    expect(codes).toEqual([
      ['Milestones', 'NO_GROUP', 'soon'],
      ['Milestones', 'NO_GROUP', 'late'],
    ]);
  });

  test('is one in every list, by its title', () => {
    const due = { forecastDue: '2022-02-01', duePrecision: 'Day' } as const;
    const troubles = found({
      recommendations: [makeRecommendation({ ...due, leadGroup: null })],
      actions: [makeAction({ ...due, group: null })],
    });
    expect(troubles.map(({ list, detail }) => [list, detail.item])).toEqual([
      ['Recommendations', 'Recommendation 3'],
      ['Actions', 'Share the draft process map'],
    ]);
  });
});
