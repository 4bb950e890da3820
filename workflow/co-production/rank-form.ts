import { choicesOf, mayRank, rankable } from '../../plan/co-production/ranking.ts';
import { referenceGroups } from '../../plan/co-production/sign-off-people.ts';
import type { RankingChoice, RankingForm } from '../../plan/content.ts';
import { findPlansOf, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { requireRanking } from './rank.ts';
import { ownBallots } from './rank-ballots.ts';

/** Reference groups the person may rank in: their own first, then those they record for. */
export async function listRankings(
  deps: WorkflowDeps,
  { actor }: Parameters<UseCases['listRankings']>[0],
): Promise<readonly RankingChoice[]> {
  const known = await findPlansOf(deps, actor);
  const found = known.flatMap(({ plan, owner }) =>
    referenceGroups(plan).flatMap((group) => {
      const { rank, rankForOthers } = mayRank(plan, owner, group);
      const choice = {
        planId: plan.id,
        planName: plan.name,
        groupKey: group.key,
        groupName: group.title,
        may: { rank, rankForOthers },
      };
      return rank || rankForOthers ? [{ choice, isTheirs: rank }] : [];
    }),
  );
  return found
    .toSorted((one, other) => Number(other.isTheirs) - Number(one.isTheirs))
    .map(({ choice }) => choice);
}

/** What the dialog to rank in holds. */
export async function viewRankingForm(
  deps: WorkflowDeps,
  { actor, planId, groupKey }: Parameters<UseCases['viewRankingForm']>[0],
): Promise<RankingForm> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const group = requireRanking({ plan, owner }, groupKey);
  const ballot = (await ownBallots(deps.database, { plan, owner })).get(group.key);
  return {
    kind: 'ranking-form',
    planId,
    planName: plan.name,
    groupKey,
    groupName: group.title,
    recommendations: rankable(plan),
    chosen: (ballot === undefined ? null : choicesOf(plan, group.key, ballot)) ?? [],
    may: mayRank(plan, owner, group),
    submissionKey: deps.newKey(),
  };
}
