import type { CoProductionResult, RankingChoice, RankingForm, SignOffForm } from '../../../plan/content.ts';
import type { CoProductionUseCases } from '../../../workflow/use-cases/co-production.ts';
import type { ChannelGroup, UseCases } from '../../../workflow/use-cases.ts';
import { makeRankingForm, makeSignOffForm } from './make-co-production.ts';

/** What reference groups are asked, and what comes of what they send. */
export interface MemoryCoProduction {
  groups: RankingChoice[];
  /** Whose channel the person writes in. */
  channel: ChannelGroup;
  ranking: RankingForm;
  /** `null`: nothing waits. */
  signOff: SignOffForm | null;
  result: CoProductionResult;
}

export const makeCoProduction = (): MemoryCoProduction => {
  const ranking = makeRankingForm();
  const { planId, planName, groupKey, groupName, may } = ranking;
  return {
    groups: [{ planId, planName, groupKey, groupName, may }],
    channel: { planId, planName, groupKey, groupName },
    ranking,
    signOff: makeSignOffForm(),
    result: { words: 'Recorded.', problems: [], submissionKey: 'the-next-key' },
  };
};

/** What people of reference groups do, over what `standing` holds. */
export function memoryCoProduction(
  enter: (name: keyof UseCases, ask: object) => void,
  standing: () => MemoryCoProduction,
): CoProductionUseCases {
  const told = (name: keyof UseCases) => async (ask: object) => {
    enter(name, ask);
    return standing().result;
  };
  return {
    viewCoProduction: () => Promise.reject(new Error('the page is the tab’s')),
    listRankings: async (ask) => {
      enter('listRankings', ask);
      return standing().groups;
    },
    viewRankingForm: async (ask) => {
      enter('viewRankingForm', ask);
      return standing().ranking;
    },
    rank: told('rank'),
    viewSignOffForm: async (ask) => {
      enter('viewSignOffForm', ask);
      return standing().signOff;
    },
    recordSignOff: told('recordSignOff'),
    askSignOff: told('askSignOff'),
    checkImpact: told('checkImpact'),
  };
}
