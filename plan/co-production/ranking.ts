import { type FormProblem, type ItemChoice, RANKING_PLACES, type RankingInput } from '../content.ts';
import { findItem, isClosed, itemsOf } from '../items.ts';
import { TITLE_LIMIT } from '../meeting-record/new-action.ts';
import type { Plan } from '../plan.ts';
import type { Group, IsoDate, Owner, Priority, RowKey } from '../rows.ts';
import { choiceOf } from './sign-off-lines.ts';
import { isOfGroup, mayRecordForOthers } from './sign-off-people.ts';
import { readVoices } from './voices.ts';

/** What somebody may do about a group's ranking. */
export function mayRank(
  plan: Plan,
  owner: Owner,
  { key }: Group,
): { readonly rank: boolean; readonly rankForOthers: boolean } {
  return { rank: isOfGroup(plan, owner, key), rankForOthers: mayRecordForOthers(plan, owner, key) };
}

/** Open recommendations, by number. */
export function rankable(plan: Plan): readonly ItemChoice[] {
  return itemsOf(plan)
    .filter(({ ref, stage }) => ref.list === 'Recommendations' && !isClosed(stage))
    .map(choiceOf);
}

/** What was chosen, in order, and for how many people; or what is wrong with it. */
export type RankingOutcome =
  | { readonly choices: readonly RowKey[]; readonly voices: number | null; readonly problems?: undefined }
  | { readonly problems: readonly FormProblem[]; readonly choices?: undefined };

/** Judges a ranking by what may be ranked now. Blanks are left out: what comes next moves up. */
export function judgeRanking(plan: Plan, { choices, voices }: RankingInput): RankingOutcome {
  const typed = choices.map((key) => key.trim());
  const chosen = typed.filter((key) => key !== '');
  const people = readVoices(voices);
  const problems = typed.flatMap((key, at): FormProblem[] => {
    const message = whyNotChosen(plan, key, typed.slice(0, at));
    return message === null ? [] : [{ field: `choice-${at + 1}`, message }];
  });
  if (chosen.length === 0)
    problems.push({ field: 'choice-1', message: 'Choose at least what matters most.' });
  if (chosen.length > RANKING_PLACES)
    problems.push({ field: 'choices', message: `Choose at most ${RANKING_PLACES}.` });
  if (people === undefined)
    problems.push({ field: 'voices', message: 'For how many people? Write a whole number, like 12.' });
  if (problems.length > 0 || people === undefined) return { problems };
  return { choices: chosen, voices: people };
}

function whyNotChosen(plan: Plan, key: string, before: readonly string[]): string | null {
  if (key === '') return null;
  const item = findItem(plan, { list: 'Recommendations', key });
  if (item === null || isClosed(item.stage)) return 'This is no longer open. Choose another.';
  const at = before.indexOf(key);
  return at < 0 ? null : `${item.label} is choice ${at + 1} already. Choose each once.`;
}

/** Key of the row that holds a ballot's choice of a place. */
function ballotRowKey(ballot: string, rank: number): RowKey {
  return `ranking/${ballot}/${rank}`;
}

/** Rows of one ranking, in order. Nothing in them tells who it was. */
export function ballotRows(
  { title, key: group }: Group,
  ranking: { readonly ballot: string; readonly choices: readonly RowKey[]; readonly voices: number },
  on: IsoDate,
): readonly Priority[] {
  const { ballot, choices, voices } = ranking;
  return choices.map((recommendation, at) => ({
    key: ballotRowKey(ballot, at + 1),
    itemId: null,
    title: `${title}: choice ${at + 1}`.slice(-TITLE_LIMIT),
    group,
    recommendation,
    rank: at + 1,
    ballot,
    voices,
    on,
  }));
}

/** What a ballot says now, the first choice first; `null` where there is none. */
export function choicesOf(plan: Plan, group: RowKey, ballot: string): readonly RowKey[] | null {
  const rows = plan.priorities.filter((row) => row.group === group && row.ballot === ballot);
  const ranked = rows
    .filter(({ rank, recommendation }) => rank !== null && recommendation !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ recommendation }) => recommendation ?? '');
  return ranked.length === 0 ? null : ranked;
}
