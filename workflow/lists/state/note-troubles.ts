import { LISTS } from '../../../graph/lists/index.ts';
import { plainWords } from '../../../graph/provisioning/column-definition.ts';
import { LIST_NAMES, type ListName } from '../../../plan/glossary.ts';
import { OF_UNHEARD } from '../../../plan/notices/unheard.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { OF_CHANNELS, OF_REPORTS, type TroubleCode } from '../../../plan/troubles.ts';
import { countSeen } from '../../../store/mirror.ts';
import { type Doubt, readSyncStates, type SyncState } from '../../../store/sync-state.ts';
import { type FoundTrouble, readTroubles, saveTroubles } from '../../../store/troubles.ts';
import { troublesOfReports } from '../../board-reports/troubles-of-reports.ts';
import { OF_SENDS, troublesOfSends } from '../../deliveries/troubles-of-sends.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { OF_NEWS, troubleOfNews } from '../../notices/news/trouble-of-news.ts';
import { attentionOf } from './attention-of.ts';
import { troublesOfChannels } from './troubles-of-channels.ts';
import { OF_MIRROR, troublesOfMirror } from './troubles-of-mirror.ts';
import { OF_PEOPLE, troublesOfPeople } from './troubles-of-people.ts';
import { troublesUnheard } from './troubles-unheard.ts';

/** Code of a trouble that is one row's; its words are those of the row's attention. */
export const ROW_TROUBLE = 'ROW';

/**
 * Notes what stands in the way of a plan's lists after a round of reading, for plan managers to see and be told.
 * @param siteProblem why the site could not be reached at all; what was known of its lists then stays so
 */
export async function noteTroubles(
  deps: WorkflowDeps,
  planId: PlanId,
  siteProblem: TroubleCode | null,
): Promise<void> {
  const { database } = deps;
  const ofLists =
    siteProblem === null
      ? await troublesOfLists(deps, planId)
      : [...(await knownOfLists(deps, planId)), ofSite(siteProblem)];
  const plan = await deps.plans.get(planId);
  const ofRows = (plan === null ? [] : await attentionOf(deps, plan)).map(
    ({ list, key }): FoundTrouble => ({ list, code: ROW_TROUBLE, subject: key, detail: {} }),
  );
  const ofChannels = plan === null ? [] : await troublesOfChannels(database, plan);
  const ofPeople = plan === null ? [] : await troublesOfPeople(database, plan, deps.tenantId);
  const ofUnheard = plan === null ? [] : await troublesUnheard(deps, plan);
  const ofSends = plan === null ? [] : await troublesOfSends(database, plan, deps.clock.now());
  const ofMirror = await troublesOfMirror(database, planId);
  const ofReports = plan === null ? [] : await troublesOfReports(database, plan);
  const ofNews = plan === null ? [] : await troubleOfNews(database, plan);
  const found = [
    ...ofLists,
    ...ofChannels,
    ...ofPeople,
    ...ofUnheard,
    ...ofMirror,
    ...ofSends,
    ...ofNews,
    ...ofReports,
    ...ofRows,
  ];
  await saveTroubles(database, planId, found, deps.clock.now().toString());
}

async function knownOfLists({ database }: WorkflowDeps, planId: PlanId): Promise<FoundTrouble[]> {
  const known = await readTroubles(database, planId);
  return known.filter(({ list, code }) => list !== '' && !FOUND_ANEW.includes(code));
}

/** What is looked for in every round, whether SharePoint can be reached or not. */
const FOUND_ANEW: readonly string[] = [
  ROW_TROUBLE,
  OF_PEOPLE,
  ...OF_UNHEARD,
  OF_SENDS,
  OF_NEWS,
  ...OF_CHANNELS,
  ...OF_REPORTS,
  ...OF_MIRROR,
];

async function troublesOfLists({ database }: WorkflowDeps, planId: PlanId): Promise<FoundTrouble[]> {
  const states = await readSyncStates(database, planId);
  const problems = new Set(states.map(({ problem }) => problem));
  const [common] = problems;
  const isWholeSite = problems.size === 1 && common != null && states.length === LIST_NAMES.length;
  const found: FoundTrouble[] = isWholeSite ? [ofSite(common)] : [];
  for (const state of states) {
    const { list, problem, doubt, isFaulty } = state;
    if (problem !== null && !isWholeSite) found.push(ofList(list, problem));
    if (isFaulty) found.push(ofList(list, 'ROWS_UNREAD'));
    if (doubt !== null) {
      const { seen, unseen } = await countSeen(database, planId, list);
      found.push(ofList(list, doubt, { count: doubt === 'LIST_REPLACED' ? seen + unseen : unseen }));
    }
    found.push(...missingColumns(state));
  }
  return found;
}

function missingColumns({ list, columns }: SyncState): FoundTrouble[] {
  const missing = Object.keys(columns).filter((property) => columns[property] === null);
  return missing.flatMap((property): FoundTrouble[] => {
    const name = LISTS[list].columns[property]?.name;
    if (name === undefined) return [];
    return [{ list, code: 'COLUMN_MISSING', subject: name, detail: { column: plainWords(name) } }];
  });
}

const ofSite = (code: string): FoundTrouble => ({ list: '', code, subject: '', detail: {} });

const ofList = (list: ListName, code: TroubleCode | Doubt | string, detail = {}): FoundTrouble => ({
  list,
  code,
  subject: '',
  detail,
});
