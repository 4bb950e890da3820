import type { WorkflowDeps } from '../deps.ts';
import type { CoProductionUseCases } from '../use-cases/co-production.ts';
import { checkImpact } from './impact.ts';
import { rank } from './rank.ts';
import { listRankings, viewRankingForm } from './rank-form.ts';
import { recordSignOff } from './sign-off.ts';
import { askSignOff } from './sign-off-by.ts';
import { viewSignOffForm } from './sign-off-form.ts';
import { viewCoProduction } from './view-co-production.ts';

/** Everything that reference groups and people do about what they say. */
export function coProductionUseCases(deps: WorkflowDeps): CoProductionUseCases {
  return {
    viewCoProduction: (ask) => viewCoProduction(deps, ask),
    listRankings: (ask) => listRankings(deps, ask),
    viewRankingForm: (ask) => viewRankingForm(deps, ask),
    rank: (ask) => rank(deps, ask),
    viewSignOffForm: (ask) => viewSignOffForm(deps, ask),
    recordSignOff: (ask) => recordSignOff(deps, ask),
    askSignOff: (ask) => askSignOff(deps, ask),
    checkImpact: (ask) => checkImpact(deps, ask),
  };
}
