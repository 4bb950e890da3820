import { todayIn } from '../../plan/calendar/dates.ts';
import { ballotRows, judgeRanking, mayRank } from '../../plan/co-production/ranking.ts';
import { referenceGroup } from '../../plan/co-production/sign-off-people.ts';
import type { CoProductionResult } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import type { Group } from '../../plan/rows.ts';
import { type KnownActor, refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { putBallot } from './put-ballot.ts';
import { ownBallot } from './rank-ballots.ts';
import { submit } from './submit.ts';

/**
 * Takes a ranking. A person's own takes the place of the one before; one that is recorded for others stands beside it.
 * Neither says who it was: not in the list, and not in what waits to be written there.
 */
export async function rank(
  deps: WorkflowDeps,
  { actor, planId, submissionKey, ranking }: Parameters<UseCases['rank']>[0],
): Promise<CoProductionResult> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const group = requireRanking({ plan, owner }, ranking.groupKey);
  const isForOthers = ranking.voices.trim() !== '';
  const may = mayRank(plan, owner, group);
  if (isForOthers ? !may.rankForOthers : !may.rank) throw isForOthers ? notForOthers() : notForOneself();
  return submit(deps, { plan, owner, submissionKey, asked: ranking }, async (tx) => {
    const judged = judgeRanking(plan, ranking);
    if (judged.problems !== undefined) return judged;
    const ballot = isForOthers ? deps.newKey() : await ownBallot(tx, deps, { plan, owner, group });
    const voices = judged.voices ?? 1;
    const on = todayIn(deps.clock.now(), plan.settings.timeZone);
    await putBallot(tx, planId, { ballot, rows: ballotRows(group, { ...judged, ballot, voices }, on) });
    const people = voices === 1 ? '' : ` for ${voices} people`;
    // One's own is replaced by the next; of others nobody knows which it would be.
    const wrong = isForOthers
      ? ' Something wrong? A plan manager corrects its rows in the list Priorities.'
      : '';
    return {
      words: `Recorded what matters most in ${group.title}${people}. No name stands with it.${wrong}`,
    };
  });
}

/** A reference group, for somebody who may rank in it. @throws AppError `NOT_FOUND`, `FORBIDDEN` */
export function requireRanking({ plan, owner }: KnownActor, groupKey: string): Group {
  const group = referenceGroup(plan, groupKey);
  if (group === null) {
    throw new AppError({
      code: 'NOT_FOUND',
      message: 'no such reference group in the plan',
      userMessage:
        'This is no reference group of the plan. Its plan manager can set its kind in the settings.',
    });
  }
  const { rank: mayForThemselves, rankForOthers } = mayRank(plan, owner, group);
  if (!mayForThemselves && !rankForOthers)
    throw refuse('Only members of this reference group, whoever leads it and plan managers can rank here.');
  return group;
}

function notForOneself() {
  return refuse('Only members of this group rank for themselves. Say how many people you record for.');
}

function notForOthers() {
  return refuse('Only whoever leads this group and plan managers record for other people.');
}
