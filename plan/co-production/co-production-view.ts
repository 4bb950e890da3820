import { todayIn } from '../calendar/dates.ts';
import type { CoProductionView, ReferenceGroupView } from '../content.ts';
import { groupName, isClosed, itemsOf, ownerName } from '../items.ts';
import { chairsOf, isPlanManager } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Owner, RowKey } from '../rows.ts';
import { mayComment } from './comment.ts';
import { commentLines, engagementLines } from './engagement-lines.ts';
import { mayRecordEngagement } from './engagement-people.ts';
import { impactLines } from './impact-lines.ts';
import { choicesOf, mayRank, rankable } from './ranking.ts';
import { ballotsOf } from './ranking-ballots.ts';
import { overallRanking, rankingOf } from './ranking-result.ts';
import { asksOf, unsignedOf } from './sign-off-asks.ts';
import { choiceOf, signOffLines } from './sign-off-lines.ts';
import { isOfGroup, peopleOf, referenceGroup, referenceGroups } from './sign-off-people.ts';
import { youSaidInPublic } from './you-said.ts';

/** What reference groups have to say of a plan, as somebody in it sees it. */
export function buildCoProduction(
  plan: Plan,
  {
    viewer,
    ownBallots,
    now,
  }: {
    readonly viewer: Owner;
    /** What the viewer's own ranking is called, by group. */
    readonly ownBallots: ReadonlyMap<RowKey, string>;
    readonly now: Temporal.Instant;
  },
): CoProductionView {
  const today = todayIn(now, plan.settings.timeZone);
  const items = itemsOf(plan).filter(({ stage }) => !isClosed(stage));
  return {
    planId: plan.id,
    planName: plan.name,
    today,
    groups: groupsShown(plan).map((key) => groupView(plan, key, viewer, ownBallots.get(key) ?? null)),
    overall: overallRanking(plan),
    impact: impactLines(plan, viewer, today),
    unsigned: unsignedOf(plan, viewer),
    engagements: engagementLines(plan, viewer),
    comments: commentLines(plan, viewer),
    youSaid: youSaidInPublic(plan, null),
    choices: {
      recommendations: rankable(plan),
      items: items.map((item) => ({
        ...choiceOf(item),
        stage: item.stage ?? 'Not started',
        signOffBy: item.signOffBy,
      })),
      themes: plan.themes.map(({ key, title }) => ({ key, title })),
    },
    may: {
      askSignOff: isPlanManager(viewer),
      recordEngagement: mayRecordEngagement(plan, viewer),
      exportYouSaid: true,
    },
  };
}

/** Active reference groups, those that have ranked first; then others that something waits for. */
function groupsShown(plan: Plan): readonly RowKey[] {
  const asked = itemsOf(plan).flatMap(({ signOffBy, stage }) =>
    signOffBy === null || isClosed(stage) || !indexOf(plan).groups.has(signOffBy) ? [] : [signOffBy],
  );
  const active = referenceGroups(plan).map(({ key }) => key);
  const ranked = ballotsOf(plan);
  const inOrder = active.toSorted((one, other) => Number(ranked.has(other)) - Number(ranked.has(one)));
  return [...new Set([...inOrder, ...asked])];
}

function groupView(plan: Plan, key: RowKey, viewer: Owner, ballot: string | null): ReferenceGroupView {
  const group = referenceGroup(plan, key);
  const may = group === null ? { rank: false, rankForOthers: false } : mayRank(plan, viewer, group);
  return {
    key,
    name: groupName(plan, key) ?? '',
    facilitatorName: ownerName(plan, chairsOf(plan, key)[0]?.key ?? null),
    memberCount: peopleOf(plan, key).length,
    ranking: rankingOf(plan, key),
    toSignOff: asksOf(plan, key, viewer),
    signedOff: signOffLines(plan, { group: key }),
    ownRanking: ballot === null ? null : choicesOf(plan, key, ballot),
    may: {
      ...may,
      signOff: isPlanManager(viewer) || isOfGroup(plan, viewer, key),
      comment: group !== null && mayComment(plan, viewer, key),
    },
  };
}
