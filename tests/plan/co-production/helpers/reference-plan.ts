import type { SignOffInput } from '../../../../plan/content.ts';
import type { Plan } from '../../../../plan/plan.ts';
import type { Owner, Priority } from '../../../../plan/rows.ts';
import {
  makeGroup,
  makeOwner,
  makePlan,
  makeRecommendation,
  makeUpdate,
  recommendation,
} from '../../../helpers/make-plan.ts';

/** The reference group: a parent leads it, another is a member. */
export const PARENTS = makeGroup({
  key: 'parents',
  itemId: 2,
  title: 'Parents and carers',
  kind: 'Reference',
  chair: 'facilitator',
  everyWeeks: null,
});

/** Owner and chair of the group that does the work, two people of the reference group, a plan manager, somebody of neither. */
export const PEOPLE: readonly Owner[] = [
  makeOwner(),
  makeOwner({ key: 'chair', itemId: 2, title: 'SEND chair', roles: ['Chair'] }),
  makeOwner({ key: 'facilitator', itemId: 3, title: 'Parent lead', groups: [] }),
  makeOwner({ key: 'parent', itemId: 4, title: 'Parent', groups: ['parents'] }),
  makeOwner({ key: 'manager', itemId: 5, title: 'Plan manager', roles: ['Plan manager'], groups: [] }),
  makeOwner({ key: 'other', itemId: 6, title: 'Data lead', groups: [] }),
];

export const THIRD = recommendation(3);

/** Recommendation 3 is done since Thu 10 Mar 2022, and parents are asked to sign it off. */
export const donePlan = (overrides: Partial<Plan> = {}): Plan =>
  makePlan({
    groups: [makeGroup({ everyWeeks: null }), PARENTS],
    owners: PEOPLE,
    recommendations: [
      makeRecommendation({
        stage: 'Done awaiting sign-off',
        signOffBy: 'parents',
        latestNote: 'Protocol is out',
      }),
      makeRecommendation({ number: 4 }),
      makeRecommendation({ number: 5 }),
      makeRecommendation({ number: 6, stage: 'Complete' }),
    ],
    updates: [
      makeUpdate(),
      makeUpdate({
        key: 'done',
        itemId: 2,
        at: '2022-03-10T10:00:00Z',
        stage: 'Done awaiting sign-off',
        note: 'Protocol is out',
      }),
    ],
    ...overrides,
  });

export const person = (key: string): Owner => {
  const found = PEOPLE.find((one) => one.key === key);
  if (!found) throw new Error(`nobody is called ${key} in this test`);
  return found;
};

/** What the group decided of recommendation 3. */
export const signOffInput = (over: Partial<SignOffInput> = {}): SignOffInput => ({
  ref: THIRD,
  groupKey: 'parents',
  decision: 'Agreed',
  conditions: '',
  conditionsDue: '',
  reason: '',
  dissent: '',
  voices: '',
  ...over,
});

/** Rows of one ranking, the first choice first. */
export const ballot = (
  name: string | null,
  numbers: readonly number[],
  { voices = 1, group = 'parents', on = '2022-03-14' }: { voices?: number; group?: string; on?: string } = {},
): Priority[] =>
  numbers.map((number, at) => ({
    key: `${name} ${group} ${on} ${at + 1}`,
    itemId: null,
    title: `choice ${at + 1}`,
    group,
    recommendation: `rec-${number}`,
    rank: at + 1,
    ballot: name,
    voices,
    on,
  }));
