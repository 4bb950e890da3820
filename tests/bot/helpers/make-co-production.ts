import type { ItemChoice, RankingForm, SignOffAsk, SignOffForm } from '../../../plan/content.ts';

const PLAN = { planId: 'plan-1', planName: 'Sample plan' };

export const makeChoice = (number: number, title = `Recommendation ${number}`): ItemChoice => ({
  ref: { list: 'Recommendations', key: `rec-${number}` },
  label: String(number),
  title,
});

/** Parents and carers rank 31 recommendations, and have not yet. */
export const makeRankingForm = (overrides: Partial<RankingForm> = {}): RankingForm => ({
  kind: 'ranking-form',
  ...PLAN,
  groupKey: 'parents',
  groupName: 'Parents and carers',
  recommendations: Array.from({ length: 31 }, (_, at) => makeChoice(at + 1)),
  chosen: [],
  may: { rank: true, rankForOthers: false },
  submissionKey: 'ranking-form-1',
  ...overrides,
});

export const makeSignOffAsk = (overrides: Partial<SignOffAsk> = {}): SignOffAsk => ({
  ...makeChoice(5, 'Share the budget'),
  groupKey: 'parents',
  groupName: 'Parents and carers',
  ownerName: 'SEND group owner',
  doneOnWords: 'Mon 10 Jan 2022',
  saidByName: 'SEND group owner',
  note: 'Agreed by the schools forum',
  evidenceUrl: 'https://example.org/minutes',
  before: [],
  maySignOff: true,
  whyNot: null,
  ...overrides,
});

export const makeSignOffForm = (overrides: Partial<SignOffForm> = {}): SignOffForm => ({
  kind: 'sign-off-form',
  ...PLAN,
  asks: [makeSignOffAsk()],
  submissionKey: 'sign-off-form-1',
  ...overrides,
});
